# What sets a group of cities apart: phrases for a list.
group-above-population = large populations
group-below-population = small populations
group-above-human-development = high human development
group-below-human-development = low human development
group-above-coastal = on the coast
group-below-coastal = inland
group-above-elevation = on high ground
group-below-elevation = on low ground
group-above-latitude = farther from the equator
group-below-latitude = near the equator
group-above-flood = exposed to floods
group-below-flood = little exposed to floods
group-above-cyclone = exposed to cyclones
group-below-cyclone = little exposed to cyclones
group-above-earthquake = exposed to earthquakes
group-below-earthquake = little exposed to earthquakes
group-above-tsunami = exposed to tsunamis
group-below-tsunami = little exposed to tsunamis
group-above-volcano = exposed to volcanoes
group-below-volcano = little exposed to volcanoes
group-above-drought = exposed to drought
group-below-drought = little exposed to drought
group-above-heat = exposed to heat
group-below-heat = little exposed to heat
group-above-landslide = exposed to landslides
group-below-landslide = little exposed to landslides
group-above-sea-level = exposed to the rising sea
group-below-sea-level = little exposed to the rising sea
group-above-urban-growth = fast growing
group-below-urban-growth = slowly growing
group-above-level = higher levels of government
group-below-level = lower levels of government
group-above-pillar-ps = political and security themes at the fore
group-below-pillar-ps = few political and security themes
group-above-pillar-ec = economic themes at the fore
group-below-pillar-ec = few economic themes
group-above-pillar-sc = socio-cultural themes at the fore
group-below-pillar-sc = few socio-cultural themes
group-above-pillar-cn = connectivity themes at the fore
group-below-pillar-cn = few connectivity themes
group-above-theme = active in “{ $theme }”
group-around = around { $city }
group-ordinary = near the mean in everything

# What to keep in mind about a group.
group-note-dissolved = Drawn anew, the cities do not form this group again: it is not a group, and its cities have none.
group-note-one-country = { $cities } of its { $size } cities are in { $country }: it may say little more than that.

# Why there are so many groups.
groups-why-best = { $groups } groups: of the numbers at which enough cities stand in groups that hold and none is too large to be of use, this one parts them best (mean silhouette { $silhouette }; { $held } % of the cities in groups that hold).
groups-why-finest = { $groups } groups: the finest division that holds, and as far as the data can tell it parts the cities as well as any (mean silhouette { $silhouette }; { $held } % of the cities in groups that hold).
groups-why-clear = { $groups } groups, into which the cities part by themselves (mean silhouette { $silhouette }; { $held } % of the cities in groups that hold).
groups-why-coarse = { $groups } groups: nothing finer holds for enough cities, and so one group is larger than a group of peers should be (mean silhouette { $silhouette }; { $held } % of the cities in groups that hold).
groups-why-most-held = { $groups } groups: no number of groups holds for enough cities; this one holds for most ({ $held } % of the cities; mean silhouette { $silhouette }).
groups-why-none-holds = No groups: whatever the number, none is found again when the cities are drawn anew ({ $groups } were tried last; mean silhouette { $silhouette }, { $held } % of the cities in groups that hold).
groups-why-wished = { $groups } groups, as was wished (mean silhouette { $silhouette }; { $held } % of the cities in groups that hold).
groups-why-too-few = Enough is known of { $cities } cities, and groups take at least { $least }.

# The place of a city among groups that were found without it.
assignment-in = { $city } is nearest to group { $group }: at { $distance } from its centre, where { $typical } is usual for its cities ({ $known } % of what is compared is known).
assignment-far = { $city } is far from every group: the nearest is group { $group } at { $distance }, where { $typical } is usual for its cities ({ $known } % of what is compared is known).
assignment-little-known = Too little is known of { $city } to place it: { $known } % of what is compared. Group { $group } is nearest at { $distance }, where { $typical } is usual for its cities.
assignment-no-groups = There is no group in which { $city } could be placed ({ $known } % of what is compared is known of it).
