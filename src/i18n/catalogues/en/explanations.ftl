# What speaks for a pairing.
reason-learns-verified = { $learner } can learn from { $giver } in “{ $theme }”, a capacity that the secretariat has verified.
reason-learns-practice = { $learner } can learn from { $giver } in “{ $theme }”: “{ $title }” has a documented result.
reason-learns-described = { $learner } can learn from { $giver } in “{ $theme }”: “{ $title }” shows how it was done.
reason-learns-award = { $learner } can learn from { $giver } in “{ $theme }”, for which it was honoured: “{ $title }”.
reason-learns-stated = { $learner } can learn from { $giver } in “{ $theme }”, by { $giver }’s own account.
reason-learns-indicator = Good indicators suggest that { $learner } can learn from { $giver } in “{ $theme }”.
reason-helps-verified = In a crisis { $giver } can help { $learner } with “{ $theme }”, a capacity that the secretariat has verified.
reason-helps-practice = In a crisis { $giver } can help { $learner } with “{ $theme }”: “{ $title }” has a documented result.
reason-helps-described = In a crisis { $giver } can help { $learner } with “{ $theme }”: “{ $title }” shows what it has done.
reason-helps-award = In a crisis { $giver } can help { $learner } with “{ $theme }”, for which it was honoured: “{ $title }”.
reason-helps-stated = In a crisis { $giver } can help { $learner } with “{ $theme }”, by { $giver }’s own account.
reason-helps-indicator = Good indicators suggest that { $giver } can help { $learner } in a crisis with “{ $theme }”.
reason-different-threat = { $city } has high { $hazard }, { $other } has not: one can help while the other is struck.
reason-shared-priority = “{ $theme }” is a priority of both.
reason-alike = The two are alike in { $first }.
reason-alike-in-two = The two are alike in { $first } and { $second }.
reason-language = Both work in { $language }.
reason-close-languages = Their languages are close enough to understand each other.
reason-bridge-language = Both can work in { $language }.
reason-network = Both belong to { $network }.
reason-near = They are only { $km } km apart.
reason-mode = { $mode } is wanted by one and offered by the other in “{ $theme }”.
reason-slots = { $slots ->
    [one] { $city } has one free place.
   *[other] { $city } has { $slots } free places.
}

# What speaks against it.
against-symbolic = No theme is known in which either side would gain: as far as is known, this pairing is symbolic.
against-not-ahead = { $other } is not known to be ahead of { $city } here: it would be an exchange of equals.
against-memory = What { $city } can do in “{ $theme }” rests on background knowledge that nobody has verified.
against-own-word = What { $city } can do in “{ $theme }” rests on its own word alone.
against-award = For { $city } in “{ $theme }” there is an award, but no documented method.
against-indicator = That { $city } could teach “{ $theme }” is only suggested by indicators.
against-one-sided = Only { $city } is known to gain.
against-joint-threat = Both have high { $hazard } and may be struck at one time.
against-no-language = They share no working language; interpreters would be needed.
against-clock = Their clocks differ by { $hours } hours.
against-far = They are { $km } km apart.
against-unlike = They differ widely in { $trait }.
against-no-office = { $city } has no office for international relations.
against-slow-answers = { $city } answered only { $answered } of { $asked } requests.
against-country-value = A value of the whole country stands in for { $city }’s own.
against-little-known = Only { $percent } % of what the score needs is known.

# What is not known.
missing-priorities = the full list of { $city }’s priorities
missing-capacity = what { $city } can do in “{ $theme }”
missing-capacities = { $count ->
    [one] what { $city } can do in one theme that is needed
   *[other] what { $city } can do in { $count } themes that are needed
}
missing-offers = in which themes { $city } would teach
missing-trait = { $trait } of { $city }
missing-languages = the working languages of { $city }
missing-networks = the networks of { $city }
missing-place = where { $city } lies
missing-clock = the time zone of { $city }
missing-slots = how many partners { $city } has room for
missing-office = whether { $city } has an office for international relations
missing-answers = how { $city } answers requests

# Changes that would have changed the outcome.
change-verify = if the secretariat verified { $city }’s level { $level } in “{ $theme }”
change-open = if { $city } opened itself to teaching “{ $theme }”
change-slots = { $slots ->
    [one] if { $city } had a free place
   *[other] if { $city } had { $slots } free places
}
change-office = if { $city } had an office for international relations
change-language = if both worked in { $language }
change-without-evidence = without the evidence of { $city } in “{ $theme }”

# The paragraph.
text-peer-learning = As a place to learn, { $other } stands at place { $rank } for { $city }, with { $score } of 100 points.
text-sister-city = As a sister city, { $other } stands at place { $rank } for { $city }, with { $score } of 100 points.
text-mutual-aid = As a partner for mutual aid in a crisis, { $other } stands at place { $rank } for { $city }, with { $score } of 100 points.
text-excluded = { $other } is not suggested to { $city }, because a rule stands against it; otherwise it would stand at place { $rank }, with { $score } of 100 points.
text-well-known = This rests on { $percent } % of the information that the score needs, which is a sound basis.
text-partly-known = This rests on { $percent } % of the information that the score needs; what is missing is named below.
text-little-known = This rests on only { $percent } % of the information that the score needs and should be read as a first hint.

# A third city for a pair that lacks one thing.
trio-lacks-theme = Both { $city } and { $other } want “{ $theme }”, and neither is known to be able to teach the other.
trio-lacks-language = { $city } and { $other } share no working language.
trio-teaches-both = { $third } could teach both { $city } and { $other } in “{ $theme }”.
trio-bridges-languages = { $third } shares a language with { $city } and one with { $other }.

# Cities that no cohort has room for.
cohort-left-ungrouped = it is in no peer group that holds
cohort-left-no-mentor = nobody in its peer group is known to be able to teach the theme
cohort-left-over = the mentors of its peer group have no room for it, or are not ahead of it
