## All pages of rounds
round-state-name = { $code ->
    [draft] being set up
    [computing] being computed
    [computed] computed
    [in_review] in the review queue
    [closed] closed
   *[failed] came to nothing
}
round-state-says = { $code ->
    [draft] It is being set up; nothing has been computed of it as it stands.
    [computing] It is being computed.
    [computed] It is computed and waits for you: look at its analysis, then change it or release it.
    [in_review] Its pairings are proposals in the review queue.
    [closed] It is closed.
   *[failed] Its last computation came to nothing; see why, change it and compute it again.
}
round-all-themes = all themes
round-by = { $name }, { $date }
round-by-command-line = an operator
round-not-known = not known
round-pair-and = { $first } and { $second }
round-pair-learns = { $first } learns from { $second }
round-count-pairings = { $count ->
    [one] one pairing
   *[other] { $shown } pairings
}
round-count-cities = { $count ->
    [one] one city
   *[other] { $shown } cities
}
round-count-points = { $number } points
round-run = Run { $number }
round-changed-meanwhile = Somebody was faster: the round has changed since you opened it, so nothing was saved. It stands here as it is now; repeat what you still want.
round-not-now = This cannot be done while the round stands as it does now; nothing was changed. It may have moved on since you opened the page.
round-not-like-this = Nothing was changed, because the round would then not fit its cities: { $what }

## The list
round-list-title = Matching rounds
round-list-lead = A round looks for the best set of pairings for many cities at once. Nothing leaves it before it is released.
round-list-newest = The newest round is “{ $name }”. { $says }
round-list-none = There is no round yet.
round-list-none-here = No round stands like this.
round-list-none-what = Set one up: say which cities take part and under which rules, and Kembar finds the best set of pairings and says what each rule costs.
round-list-new = Set up a round
round-list-all = All
round-list-states = Rounds by state
round-list-name = Round
round-list-kind = Kind and theme
round-list-state = State
round-list-result = Newest result
round-list-made = Set up by
round-list-result-says = { $pairings }; { $covered } of { $cities } cities have a partner
round-list-result-none = No set of pairings keeps every rule
round-list-not-computed = Not computed yet
round-list-next = Older rounds
round-list-first = Newest rounds

## Setting a round up
round-form-new = Set up a round
round-form-edit = Change “{ $name }”
round-form-lead = A name and a kind are enough. Everything else is optional; each rule you add can leave cities out, and the analysis tells you what it cost.
round-form-edit-lead = What was computed so far is kept. After a change the round has to be computed again before it can be released.
round-form-what = What is paired
round-form-name = Name of the round
round-form-name-hint = Such as “Manila 2026”.
round-form-kind = Kind of pairing
round-form-theme = Theme
round-form-theme-hint = With a theme, pairings count by what the two cities can do for each other in it.
round-form-scope = Which cities take part
round-form-scope-hint = Tick nothing, and every active member takes part. A city has to fit each list in which something is ticked.
round-form-networks = Networks
round-form-countries = Countries
round-form-levels = Levels of local government
round-form-cities = Cities picked by hand
round-form-cities-hint = One a line, by name. They take part beside those that fit the lists; where no list is ticked, they alone are the round.
round-form-without = Cities left out by hand
round-form-without-hint = One a line, by name.
round-form-objective = What is best
round-objective-name = { $code ->
    [coverage_then_score] Nobody left out, then the best fit
    [coverage_then_worst_then_score] Nobody left out, then no weak pairing
   *[score] The best fit alone
}
round-objective-hint = { $code ->
    [coverage_then_score] First, as many cities as possible get a partner. Among all such sets, the one with the highest total score. The usual choice.
    [coverage_then_worst_then_score] First, as many cities as possible get a partner. Then the weakest pairing is made as good as it can be, and only then the total counts. For when no city should feel it drew the short straw.
   *[score] The highest total score, even if that leaves cities without a partner.
}
round-form-places = Places for each city
round-form-places-hint = What a city’s own profile has room for stands above these numbers.
round-form-most = Partners a city may have
round-form-most-hint = Empty means 1; for peer learning, as the two numbers below allow.
round-form-least = Partners each city must have
round-form-least-hint = A hard rule: where it cannot be kept, there is no result, and you are told who is short. Empty means 0.
round-form-learner = Peer learning: partners a city may learn from
round-form-learner-hint = Empty means 1.
round-form-mentor = Peer learning: partners a city may teach
round-form-mentor-hint = Empty means 2.
round-form-own = Other numbers for single cities
round-form-city = City
round-form-may = May have
round-form-must = Must have
round-form-may-learn = May learn from
round-form-may-teach = May teach
round-form-rules = Rules
round-form-rules-hint = Leave a rule empty, and it does not hold.
round-form-country-cap = Pairings with cities of each country, at most
round-form-country-caps = Other caps for single countries
round-form-country = Country
round-form-other-country = Other country
round-form-at-most = At most
round-form-pair-cap = Pairings between any two countries, at most
round-form-pair-caps = Other caps for two countries
round-form-shares = Pairings that join unlike cities, at least
round-form-shares-hint = In percent of all pairings. A city of which it is not known never counts as different.
round-grouping-name = { $code ->
    [income] income of the country
    [country] country
    [size] size
    [level] level of local government
   *[capital] capital or not
}
round-grouping-unlike = { $code ->
    [income] Countries of different income groups
    [country] Different countries
    [size] Different sizes
    [level] Different levels of local government
   *[capital] A capital and a city that is none
}
round-form-minimum = No pairing below this score
round-form-minimum-hint = From 0 to 100. Locked pairs are exempt.
round-form-ratio = The larger city has at most so many times the people of the smaller
round-form-ratio-hint = Such as 5. Where a population is not known, the rule stands against nothing.
round-form-same-level = Pair only cities of the same level of local government
round-form-pairs = Single pairs
round-form-locked = These pairs must be
round-form-barred = These pairs must not be
round-form-pairs-hint = For peer learning the city that learns comes first.
round-form-other = Other city
round-form-fine = Fine settings
round-form-candidates = Best partners looked at for each city
round-form-candidates-hint = From 1 to 100; usually 30.
round-form-alternates = Next best partners kept for each pairing
round-form-alternates-hint = From 0 to 10; usually 3. The next one comes up when a city declines.
round-form-more = More lines
round-form-save = Save the round
round-form-cancel = Back without saving
round-form-kept-yours = Somebody was faster: this round has changed since you opened it, so nothing was saved. What you wrote is kept below; saving it now replaces what the other person did.
round-form-see-now = See the round as it is now

## What stands against a plan
round-fault-name = Give the round a name of at most 120 characters.
round-fault-kind = Choose a kind of pairing that the model in force knows.
round-fault-theme = Choose a theme of the list, or all themes.
round-fault-objective = Choose what is best.
round-fault-whole = Write a whole number, such as 2, or leave it empty.
round-fault-number = Write a number, such as 2.5, or leave it empty.
round-fault-candidates = Write a whole number from 1 to 100.
round-fault-alternates = Write a whole number from 0 to 10.
round-fault-minimum = A score is a number from 0 to 100.
round-fault-ratio = Write 1 or more: the larger city is never smaller than the other.
round-fault-share = Write a percentage from 0 to 100 with at most one decimal.
round-fault-alike = All cities of this round are alike in this ({ $what }), or it is not known of them: no pairing could count, and nobody would be paired.
round-fault-scope = Fewer than two active members fit this choice. A round needs two or more: tick less, or add cities by hand.
round-fault-unknown = There is no city called “{ $name }”. Write it as in the directory.
round-fault-ambiguous = More than one city is called “{ $name }”. Write one of: { $choices }.
round-fault-not-active = { $name } is no active member now and takes part in no round.
round-fault-not-in = { $name } does not take part in this round. Add it to the cities above, or take it out here.
round-fault-picked-and-out = { $name } is picked and left out at once.
round-fault-least = A city cannot have to have more partners than it may have.
round-fault-roles = Learning and teaching belong to peer learning. For other kinds use “Partners a city may have”.
round-fault-twice = This is there twice.
round-fault-one-city = These are one city twice.
round-fault-locked-barred = This pair is locked and barred at once.
round-fault-rule = This pair cannot be locked: { $rule }.
round-fault-half = Fill in the whole line, or leave it empty.
round-fault-too-many = At most 20,000 entries.
round-fault-contradiction = The rules contradict each other: { $what }
round-fault-other = { $what }

## One round
round-round-what = { $kind } · { $theme }
round-round-compute = Compute the round
round-round-compute-again = Compute it again
round-round-compute-note = Nothing reaches the review queue by this.
round-round-edit = Change the set-up
round-round-analysis = See the analysis
round-round-release = Release into the review queue…
round-round-recall = Take the release back…
round-round-close = Close the round…
round-round-cancel = Stop the computation
round-round-stopping = Somebody has stopped the computation; it ends within a few seconds.
round-round-progress = How far it is
round-round-progress-note = You may leave this page: the computation goes on. It shows the newest state by itself.
round-round-look = Look again
round-stage-says = { $code ->
    [waiting] Waiting for its turn.
    [candidates] Step 1 of 5: which pairings are possible, and what they are worth.
    [solving] Step 2 of 5: looking for the best set of pairings.
    [analysing] Step 3 of 5: what the set is like, and what each rule costs.
    [explaining] Step 4 of 5: why each pairing.
    [keeping] Step 5 of 5: keeping the result.
   *[done] Done.
}
round-stage-done = { $done } of { $total } pairings.
round-round-failed = Why the computation came to nothing
round-round-failed-note = Nothing else was changed, and earlier runs are kept. Change the set-up, then compute it again.
round-round-failed-workers = The program stopped several times in the middle of this work, so it was given up. Whoever runs the service finds the cause in its log.
round-round-failed-undecided = The search ended before it found any set of pairings that keeps every rule, and before it was sure that there is none. Lower a minimum or a share, or raise a cap.
round-round-failed-record = As it was recorded
round-round-outlook = Before it is computed
round-outlook-fine = { $cities } take part, with { $candidates } to choose from. Nothing stands out that would leave a city without a partner; only computing says for sure.
round-outlook-warns = { $cities } take part, with { $candidates } to choose from. This can be seen without computing:
round-outlook-possible = { $count ->
    [one] one possible pairing
   *[other] { $shown } possible pairings
}
round-outlook-without = { $count ->
    [one] { $cities } will be left out: it has no possible partner at all.
   *[other] { $cities } will be left out: they have no possible partner at all.
}
round-outlook-short = Impossible as it stands: { $city } must have { $least } and has only { $candidates } to choose from.
round-outlook-crowded = { $count ->
    [one] { $country }: the caps leave no room for its one city.
   *[other] { $country }: the caps leave room for { $room } of its { $cities } cities at the most.
}
round-outlook-faulty = As it stands, the round cannot be computed:
round-round-plan = What it asks for
round-plan-every-member = every active member
round-plan-made = Set up
round-plan-released = Released
round-plan-own = { $city } (must { $must }, may { $may })
round-plan-own-roles = { $city } (learns from { $learner }, teaches { $mentor })
round-plan-cap = { $country } { $most }
round-plan-usual = as usual
round-plan-percent = { $share } %
round-plan-yes = yes
round-round-runs = What was computed so far
round-round-runs-none = Nothing yet.
round-run-when = When
round-run-result = Result
round-run-score = Total score
round-run-proved = { $code ->
    [optimal] proved: no set is better
    [infeasible] proved: no set keeps every rule
   *[feasible] not proved to be the best
}
round-run-more = More
round-run-analysis = Analysis of run { $number }
round-run-compare = What changed from run { $before } to { $number }
round-run-file = { $format } file of run { $number }
round-in-review-says = { $proposals } wait in the review queue; nobody has decided on any of them, so the release can still be taken back.
round-in-review-touched = { $proposals } came of it; somebody has decided on or changed { $touched }, so the release cannot be taken back as a whole any more. Single proposals can still be withdrawn.
round-count-proposals = { $count ->
    [one] one proposal
   *[other] { $shown } proposals
}
round-stale-result = The set-up has changed since run { $number }. Compute the round again to see what the change brings.
round-read-only-note = An officer sets up, computes and releases rounds; you see what they see.

## Asking back
round-release-title = Release “{ $name }”?
round-release-lead = { $proposals } will be put into the review queue. No city hears of any before two reviewers have agreed, and you can take the release back until somebody has decided.
round-release-nothing = Nothing would reach the review queue: every pairing of this run stands in the way of something else. Change the round and compute it again.
round-release-skipped = { $count ->
    [one] One pairing stays behind:
   *[other] { $shown } pairings stay behind:
}
round-skipped-twin = { $pair }: this pairing is under way already.
round-skipped-city = { $pair }: one of the two is no active member any more.
round-release-unproved = It is not proved that this is the best set; a better one may exist.
round-release-button = Release { $proposals }
round-release-back = Not yet
round-recall-title = Take the release of “{ $name }” back?
round-recall-lead = { $proposals } will be withdrawn, and the round stands as it was computed. It can be changed and released again.
round-recall-reason = Why?
round-recall-reason-hint = Kept with each proposal and in the audit log; cities never see it.
round-recall-reason-fault = Say in words why the release is taken back, in at most 4,000 characters.
round-recall-button = Take it back
round-close-title = Close “{ $name }”?
round-close-lead = It cannot be changed, computed or released any more. Everything stays readable, and its proposals go their own way.
round-close-button = Close the round
round-group-value = { $code ->
    [low] low income
    [lower_middle] lower middle income
    [upper_middle] upper middle income
    [high] high income
    [small] small, under 250,000 people
    [medium] medium, 250,000 to 1 million
    [large] large, 1 to 5 million
    [very_large] very large, over 5 million
    [yes] capital
    [no] not a capital
   *[other] { $name }
}

## The analysis of a run
round-analysis-title = Analysis of “{ $name }”, run { $number }
round-head-all = All { $cities } have a partner.
round-head-one = { $covered } of { $cities } have a partner. The one left out is { $city }, because { $why }.
round-head-some = { $covered } of { $cities } have a partner; { $left } are left out, { $most } of them because { $why }.
round-head-alike = { $covered } of { $cities } have a partner; { $left } are left out because { $why }.
round-head-infeasible = No set of pairings keeps every rule: { $short } cannot have the partners that the rules demand. What would help stands below.
round-head-infeasible-rules = No set of pairings keeps every rule: the locked pairs and the shares contradict each other. What would help stands below.
round-proof-optimal = It is proved that no other set of pairings is better by what you asked for.
round-proof-infeasible = This is proved, not guessed.
round-proof-coverage = It is not proved to be the best: another set could cover up to { $bound }, or among sets that cover as many score up to { $percent } % more.
round-proof-score = It is not proved to be the best: another set could score up to { $percent } % more.
round-why-says = { $code ->
    [no_candidate] no other city of the round is a possible partner
    [barred] all possible partners are barred
    [no_quota] the own profile leaves no free place
    [partners_without_quota] none of the possible partners has a place
    [partners_full] the possible partners are taken by pairings that serve the round better
    [country_pair_cap] the cap on two countries is reached
    [country_cap] the cap on a country is reached
    [share] the pairing would break a share of unlike cities
   *[no_gain] a pairing with it would lower the total
}
round-part-paired = Who is paired
round-part-left-out = Who is left out, and why
round-part-short = Who is short, and what would help
round-part-prices = What each rule cost
round-part-against = Against simpler ways
round-part-fair = How fairly partners are spread
round-part-stable = How stable it is
round-part-blocking = Who would rather have each other
round-part-scores = How well the pairings fit
round-part-more = Third cities and cohorts
round-part-method = How this was computed
round-analysis-jump = On this page
round-analysis-changed = The set-up has changed since this run. Change more, or compute the round again to see what it brings.
round-paired-none = Nobody is paired.
round-paired-more = { $count ->
    [one] One more pairing is in the file.
   *[other] { $shown } more pairings are in the file.
}
round-paired-place = No.
round-paired-pair = Pairing
round-paired-countries = Countries
round-paired-score = Score of 100
round-paired-kept = Stays in
round-paired-kept-says = { $percent } % of redraws
round-paired-state = Proposal
round-paired-locked = locked
round-paired-barred = barred for the next run
round-paired-locked-next = locked for the next run
round-deed-lock = Lock
round-deed-bar = Bar
round-deed-of = { $deed }: { $pair }
round-paired-deeds = For the next run
round-paired-deeds-note = A locked pair must be in the next run, a barred one must not.
round-proposal-state-name = { $code ->
    [proposed] proposed
    [recommended] recommended
    [approved] approved
    [invited] invited
    [accepted] accepted
    [published] published
    [deferred] deferred
    [returned] returned
    [rejected] rejected
    [withdrawn] withdrawn
    [expired] expired
   *[declined] declined
}
round-left-none = Nobody: each city of the round has a partner.
round-left-odd = With one partner each, an odd number of cities always leaves one over. The round chose the one whose absence costs least.
round-left-city = City
round-left-why = Why
round-left-near = Best possible partners
round-left-help = What would bring it in
round-left-more = { $count ->
    [one] And one more city.
   *[other] And { $shown } more cities.
}
round-near-barred = { $partner } ({ $score }): barred
round-near-costs = { $partner } ({ $score }): would cost others more than it brings
round-near-behind = { $partner } ({ $score }); in the way: { $limits }
round-near-none = none
round-help-nothing = No single step that was tried.
round-limit-max = the places of { $city }
round-limit-learn = the places in which { $city } may learn
round-limit-mentor = the places in which { $city } may teach
round-limit-pair-cap = the cap on { $first } and { $second }
round-limit-country-cap = the cap on { $country }
round-limit-share = the share of pairings that differ ({ $what })
round-limit-lock = the locked pair { $pair }
round-limit-min = the partners that { $city } must have
round-limit-few = { $city } has too few possible partners for what it must have
round-short-says = { $city } misses { $missing }; in its way: { $held }.
round-short-nothing = nothing nearby
round-relax-solves = { $change }: the round becomes possible.
round-relax-helps = { $change }: { $missing } would still be missing.
round-relax-none = No single step that was tried helps. Lower several minima, or take out rules, and compute again.
round-change-raise-most = One place more for { $city }
round-change-raise-learner = { $city } may learn from one city more
round-change-raise-mentor = { $city } may teach one city more
round-change-lower-least = { $city } must have one partner fewer
round-change-raise-country = One pairing more with { $country }
round-change-raise-countries = One pairing more between { $first } and { $second }
round-change-lower-share = Lower the share that differs ({ $what }) to the next 5 %
round-change-unlock = Give up the lock of { $pair }
round-change-unbar = Allow { $pair } again
round-change-drop = { $code ->
    [minima] Give up all minima
    [locks] Give up all locks
    [bars] Give up all bars
    [country_caps] Give up the caps on countries
   *[country_pair_caps] Give up the caps on two countries
}
round-price-none = There are no rules that could cost anything.
round-price-rule = Rule
round-price-cities = Cities more
round-price-pairings = Pairings more
round-price-points = Points more
round-price-without = Each rule was left out once and the round solved again. The columns say what that would bring.
round-price-free = { $rule } cost nothing.
round-price-cost = { $rule } cost { $what }.
round-price-mixed = { $rule } cost { $what }, and brought { $saved }.
round-price-quotas = One place more for every city would bring { $what }.
round-price-quotas-free = One place more for every city would bring nothing.
round-price-at-least = at least; not proved
round-price-not-tried = { $count ->
    [one] One more rule binds and was not tried.
   *[other] { $shown } more rules bind and were not tried.
}
round-price-change = Change it
round-list-last = { $first } and { $last }
round-rule-minima = The minima
round-rule-locks = The locked pairs
round-rule-bars = The barred pairs
round-rule-pair-caps = The caps on two countries
round-rule-country-caps = The caps on countries
round-rule-share = The share of pairings that differ ({ $what })
round-rule-pair-cap = The cap on { $first } and { $second }
round-rule-country-cap = The cap on { $country }
round-rule-lock = The lock of { $pair }
round-rule-bar = The bar on { $pair }
round-rule-minimum = The minimum of { $city }
round-against-this = This round
round-against-greedy = The best pair first, again and again
round-against-free = Without any rule but the places
round-against-way = Way
round-against-cities = Cities with a partner
round-against-pairings = Pairings
round-against-score = Total score
round-against-more = Picking the best pair by hand again and again would leave { $cities } more without a partner; the points differ by { $points }.
round-against-points = Picking the best pair by hand again and again would cover as many cities and lose { $points }.
round-against-same = Picking the best pair by hand again and again would give as much here.
round-against-fewer = Picking the best pair by hand again and again would reach { $cities } more, but not within what the round has to keep.
round-against-breaks = It would also break a rule.
round-fair-even = { $code ->
    [very] Very even: nearly every city that can be paired has as many partners as any other (Gini { $number }, where 0 is perfectly even and 1 means one city has all).
    [quite] Even: few cities have more partners than others (Gini { $number }, where 0 is perfectly even and 1 means one city has all).
    [one] Uneven by necessity: no city has more than one partner, and some have none (Gini { $number }, where 0 is perfectly even and 1 means one city has all).
    [somewhat] Somewhat uneven: some cities have several partners and others none (Gini { $number }, where 0 is perfectly even and 1 means one city has all).
   *[not] Uneven: a few cities have most of the partners (Gini { $number }, where 0 is perfectly even and 1 means one city has all).
}
round-fair-most = { $mean } partners a city on average, { $most } at the most.
round-fair-by = By { $what }
round-fair-group = Group
round-fair-covered = With a partner
round-fair-covered-says = { $covered } of { $cities }
round-fair-pairings = Partners
round-fair-score = Mean score
round-stable-says = When every score moves within its uncertainty, { $percent } % of the pairings stay the same on average ({ $draws } redraws). Pairings that change easily deserve a closer look.
round-stable-weakest = Least sure: { $pairs }.
round-stable-unknown = Not known: the scores of this round have no uncertainty to move within, or there was no time to redraw them.
round-blocking-none = No two cities would both rather have each other than what they got.
round-blocking-says = { $count ->
    [one] One pair of cities would both rather have each other than what they got. The round passes it over because others gain more.
   *[other] { $shown } pairs of cities would both rather have each other than what they got. The round passes them over because others gain more.
}
round-blocking-shown = { $count ->
    [one] The one with the largest gain:
   *[other] The { $shown } with the largest gain:
}
round-blocking-gain = the first would gain { $first }, the second { $second }
round-scores-says = Scores run from { $least } to { $most } of 100; half of them lie between { $low } and { $high }, the middle one is { $median }.
round-scores-range = Score
round-scores-from-to = { $from } to { $to }
round-more-none = No pairing lacks what a third city of the round could bring, and no cohort forms around one theme.
round-more-third = { $pair } lack { $lacks }; { $third } would bring it.
round-more-language = a common language
round-more-cohort = { $learners } could learn together from { $mentors } (mean score { $score }).
round-method-model = Model
round-method-program = Program
round-method-when = Computed
round-method-took = in { $seconds } seconds
round-method-data = Hash of the data
round-method-result = Hash of the result
round-method-note = The input of this run is kept: solving it again gives the same result, byte for byte.
round-method-unproved = Some of the comparisons above were not proved to the end; gains are then at least what is shown.

## Two runs side by side
round-compare-title = What changed from run { $from } to run { $to }
round-compare-same = Nothing: both runs have the same pairings.
round-compare-lead = { $kept } stayed, { $gone } went and { $added } came.
round-compare-totals = Cities with a partner: { $cities }. Total score: { $points }.
round-compare-worst = Weakest pairing: { $points }.
round-compare-choose = Compare other runs
round-compare-from = From run
round-compare-to = To run
round-compare-button = Compare
round-compare-one = There is only one run so far. Change the set-up and compute it again; then this page says what that changed.
round-compare-rules = Rules that differ
round-compare-rules-none = None: the rules are the same. What differs is the data that the scores come from.
round-compare-before = Before
round-compare-after = After
round-compare-added = Pairings that came
round-compare-gone = Pairings that went
round-compare-kept = Pairings that stayed
round-compare-none = none
round-compare-gained = Now with a partner: { $cities }.
round-compare-lost = Now without a partner: { $cities }.
round-gone-why = { $code ->
    [city_left] a city is no longer in the round
    [no_candidate] it is no longer among the possible pairings
    [barred] it is barred
    [quota] a number of places was lowered
    [score] its score fell from { $from } to { $to }
   *[given_up] others serve the round better
}
round-added-why = { $code ->
    [new_city] a city is new in the round
    [new_candidate] it is new among the possible pairings
    [bar_lifted] it is no longer barred
    [locked] it is locked
    [quota] a number of places was raised
    [score] its score rose from { $from } to { $to }
   *[chosen] it serves the round better now
}
round-field-places = { $code ->
    [min] { $city }: must have
    [max] { $city }: may have
    [learn_max] { $city }: may learn from
    [mentor_max] { $city }: may teach
   *[groups] { $city }: its groups
}
