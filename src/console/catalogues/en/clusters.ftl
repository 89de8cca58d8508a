clusters-title = Which cities are alike?
clusters-lead-groups = { $count ->
    [one] The { $cities } active cities hold one group of cities that are of a kind.
   *[other] The { $cities } active cities hold { $shown } groups of cities that are of a kind.
}
clusters-lead-none = The { $cities } active cities do not part into groups that hold.
clusters-lead-ungrouped = { $count ->
    [0] Every city is in one of them.
    [one] One city is in none.
   *[other] { $shown } cities are in none.
}
clusters-wait = The data has changed, so the groups are being found anew. That takes some seconds, and only the first time.
clusters-wait-again = Look again
clusters-find = Find a city
clusters-find-city = City
clusters-find-button = Show
clusters-find-nobody = no city in particular
clusters-find-unknown = No active city is called that. Choose one from the list.
clusters-sought-in = { $city } is in group { $group }. Of what is compared, { $known } % is known of it.
clusters-sought-out = { $city } is in no group. Of what is compared, { $known } % is known of it.
clusters-sought-medoid = { $city } is the city that stands for this group: the one nearest to all others of it.
clusters-sought-between = { $city } is nearer to another group than to its own: take its place with care.
clusters-sought-distance = It lies { $distance } from the middle of the group; half of the group lies within { $typical }.
clusters-groups = The groups
clusters-group-name = { $number } · { $name }
clusters-group-cities = { $count ->
    [one] one city
   *[other] { $shown } cities
}
clusters-stays = { $code ->
    [stable] holds well: drawn anew, { $stability } % of it stays together
    [pattern] holds so far: drawn anew, { $stability } % of it stays together; do not lean on it alone
   *[none] does not hold: drawn anew, { $stability } % of it stays together
}
clusters-typical = Stands for it
clusters-apart = Set apart by
clusters-apart-by = { $code ->
    [above] { $deviations } standard deviations above the mean of all, known of { $known } % of its cities
   *[below] { $deviations } standard deviations below the mean of all, known of { $known } % of its cities
}
clusters-apart-nothing = nothing that is known of enough of its cities
clusters-countries = Countries
clusters-country-cities = { $country } { $shown }
clusters-known-label = Known
clusters-known-share = { $known } % of what is compared
clusters-members = Its cities, the most typical first
clusters-members-more = { $count ->
    [one] and one more, which you find above
   *[other] and { $shown } more, which you find above
}
clusters-dissolved = Not groups
clusters-dissolved-what = These came out together once. Drawn anew, they do not: they are no groups, and their cities have none.
clusters-ungrouped = Cities in no group
clusters-ungrouped-what = That is no fault of theirs: no set of cities that holds is like them, or too little is known.
clusters-map-title = Map of likeness
clusters-map-none = There are too few cities for a map, or they do not differ.
clusters-map-honest = What is near is alike, as far as a plane can show it: it shows { $shown } % of all differences between the cities, and { $rest } % is not on it. Two cities side by side can still differ.
clusters-map-not-known = The two directions are reckoned from everything that is compared; they are no measurements, and no end is better than the other. What is not known of a city stands at the mean of all, so that cities of which little is known lie near the middle.
clusters-axis-across = Across, { $shown } % of the differences
clusters-axis-up = Up and down, { $shown } % of the differences
clusters-axis-right = to the right
clusters-axis-left = to the left
clusters-axis-top = at the top
clusters-axis-bottom = at the bottom
clusters-axis-nothing = nothing that stands out
clusters-map-cut = { $count ->
    [one] One city is not drawn, so that the map can be read; it is in the groups below.
   *[other] { $shown } cities are not drawn, so that the map can be read; they are in the groups below.
}
clusters-map-table = The map as a table
clusters-column-city = City
clusters-column-group = Group
clusters-no-group = in no group
clusters-how = How the groups were found
clusters-how-what = Found on { $fitted } of { $cities } active cities by what they are like and what they work on, then drawn anew { $resamples } times to see what holds. A group that is found again less than 60 % alike is not a group.
clusters-tried = Numbers of groups that were tried
clusters-tried-groups = Groups
clusters-tried-held = Cities in groups that hold
clusters-tried-apart = How well they part (silhouette, −1 to 1)
clusters-tried-same = Same when drawn anew (Rand index, 1 is the same)
clusters-tried-chosen = taken
clusters-how-model = Model { $model } · data { $data } · seed { $seed }
