# Why a pair is no candidate.
rule-same-city = { $city } cannot be its own partner.
rule-inactive-member = { $city } is not an active member.
rule-same-country = Both are in { $country }, and this kind of pairing joins two countries.
rule-existing-tie = { $city } and { $other } already have a tie of this kind.
rule-barred = The secretariat has barred { $city } and { $other } from being paired.
rule-cooling-period = A proposal between { $city } and { $other } was declined not long ago; the two are not asked again before { $until }.
rule-not-interested = { $city } has said that it is not interested in { $other }.
rule-no-own-slot = { $city } has no free place of its own left.
rule-no-slot = { $city } has no free place left.
rule-no-head-start = { $other } is not known to be ahead of { $city } in any theme that { $city } needs and { $other } would teach.
rule-theme-not-shared = Neither { $city } nor { $other } would gain in the theme asked for, and it is not a priority of both.

# The same rules, as labels of a count.
excluded-same-city = the same city
excluded-inactive-member = not an active member
excluded-same-country = in the same country
excluded-existing-tie = a tie of this kind stands
excluded-barred = barred by the secretariat
excluded-cooling-period = declined not long ago
excluded-not-interested = not of interest to the city
excluded-no-own-slot = the city has no free place left
excluded-no-slot = no free place left
excluded-no-head-start = not ahead in any theme needed
excluded-theme-not-shared = the theme is not shared
