## The desk
desk-nav-explain = Any two cities
desk-state = { $code ->
    [proposed] proposed
    [recommended] recommended
    [approved] approved
    [invited] with the cities
    [accepted] accepted by both
    [published] published
    [deferred] put off
    [returned] sent back
    [rejected] turned down
    [withdrawn] withdrawn
    [expired] not answered in time
    [declined] declined by a city
   *[other] { $name }
}
desk-deed = { $code ->
    [recommend] Recommend
    [approve] Approve
    [publish] Publish
    [defer] Put off
    [return] Send back
    [reject] Turn down
    [withdraw] Withdraw
    [edit] Edit
   *[other] { $name }
}
desk-did = { $code ->
    [create] proposed
    [recommend] recommended
    [approve] approved, and both cities asked
    [publish] published
    [defer] put off
    [return] sent back
    [reject] turned down
    [withdraw] withdrawn
    [edit] edited
    [undo] taken back
    [accept] accepted by a city
    [decline] declined by a city
    [expire] not answered in time
   *[other] { $name }
}
desk-reason = { $code ->
    [fits_need] it fits the need
    [weak_evidence] weak evidence
    [outdated_data] outdated data
    [better_alternative] a better alternative
    [no_capacity] no capacity
    [political] political reasons
    [duplicate] a duplicate
    [barred_pair] never again these two
    [other_priorities] other priorities
    [already_partners] already partners
    [not_a_fit] not a fit
    [legal] legal reasons
    [other] another reason
   *[other] { $name }
}
desk-turn = { $code ->
    [recommend] yours to recommend
    [approve] yours to approve
    [publish] yours to publish
    [rework] yours to rework
    [own_hands] needs other eyes: you had a hand in it
   *[other] { $name }
}
desk-sure = { $code ->
    [sure] quite sure
    [fairly] fairly sure
   *[other] not sure
}
desk-days = { $count ->
    [one] 1 day
   *[other] { $shown } days
}
desk-pair = { $first } ↔ { $second }
desk-score = { $score } of 100
desk-bounds = { $low } to { $high }
desk-no-score = no score: a rule takes this pair out
desk-you = you
desk-clock = the clock

## After a decision
just-did = { $pair }: { $did }.
just-undo = Undo
just-until = until { $time } UTC

## The review queue
queue-title = Review queue
queue-waits = { $count ->
    [one] 1 waits for you
   *[other] { $shown } wait for you
}
queue-under-review = { $count ->
    [one] 1 is under review
   *[other] { $shown } are under review
}
queue-oldest = oldest { $days }
queue-aim = aim under { $days }
queue-none = Nothing waits for you.
queue-none-here = No proposal is like that.
queue-none-what = Look at everything under review, start a round, or explain any two cities and propose them.
queue-views = Saved views
queue-view = { $code ->
    [waiting] Waiting for me
    [all_review] All under review
    [overdue] Overdue
    [made] Made by me
    [claimed] Claimed by me
    [deferred] Put off
    [invited] With the cities
    [accepted] To publish
    [published] Published
   *[other] { $name }
}
views-own = Your own views
views-name = Name for the filters as they are now
views-save = Save as a view
views-new-name = New name of { $name }
views-rename = Rename
views-remove = Delete
views-remove-this = Delete { $name }
views-fault-name = Give the view a name of up to 60 characters that can be read.
views-fault-exists = You have a view of this name. Choose another.
views-fault-many = You have 20 views, and there is no room for more. Delete one first.
desk-file-as = As a file:
queue-filter = Narrow the queue
queue-state = State
queue-state-waiting = waiting for me
queue-state-review = under review
queue-state-all = any
queue-kind = Kind
queue-round = Round
queue-whose = Whose
queue-whose-made = made by me
queue-whose-claimed = claimed by me
queue-least = Score from
queue-overdue = Only overdue
queue-sort = Order
queue-order = { $code ->
    [age] oldest first
    [newest] newest first
    [score] best score first
   *[other] { $name }
}
queue-found = { $count ->
    [one] 1 proposal
   *[other] { $shown } proposals
}
queue-pick = Pick { $pair }
queue-column-pair = Pair
queue-column-score = Score
queue-column-pillars = Pillars
queue-column-age = Age
queue-column-state = State
queue-recommended-by = recommended by { $name }
queue-made-by-you = made by you
queue-claimed-by = claimed by { $name }
queue-is-overdue = overdue
queue-with-picked = With the picked:
queue-preview-first = A preview comes first.
queue-reload = Start again from the first page.

## A proposal
proposal-made = proposed { $date } by { $name }
proposal-survival = stays in the list in { $shown } of 100 runs with shaken data
proposal-ranks = { $other } is number { $rank } for { $city }; { $city } is number { $reverse } for { $other }.
proposal-symbolic = No theme is known in which either side gains: the pairing would be symbolic.
proposal-meeting = need { $need } of 100 · offer { $offer } of 100
proposal-gains-heading = What each side gains
proposal-gains = { $city } gains
proposal-gains-none = Nothing that is known.
proposal-needs = Why it is needed
proposal-offers = Why it can be taught
proposal-of-country = figure of the country
proposal-for-against = For and against
proposal-for = For
proposal-against = Against
proposal-nothing = Nothing that is known.
proposal-rules = A rule takes this pair out:
proposal-factors = What carries the score
proposal-factor = Factor
proposal-bar = Share
proposal-points = Points
proposal-most = Of at most
proposal-within = Within
proposal-known = Known
proposal-missing = What is not known
proposal-missing-none = Everything that the score rests on is known.
proposal-missing-moves = would move the score by up to { $shown }
proposal-changes = What would change it
proposal-change-effect = score { $score }, number { $rank }
proposal-unreadable = The explanation that was kept with this proposal cannot be shown by this version of the service. It is kept; the API gives it as it is.
proposal-decide = Your decision
proposal-recommend-means = It goes on to an approver.
proposal-approve-means = Both cities are asked at once.
proposal-publish-means = Everybody can read of it at once.
proposal-own-hands = Four eyes: you made, changed or recommended this proposal, so another approver decides.
proposal-rework = It was sent back: edit it, and it is proposed again; or turn it down.
proposal-not-yours = It is { $state }: the next word is not yours.
proposal-looks-on = It is { $state }. Your role reads and does not decide.
proposal-claim-warning = Somebody else is looking at this. You can decide all the same; talk to each other first.
proposal-claim = Claim for 30 minutes
proposal-let-go = Let your claim go
proposal-take-over = Take over
proposal-undo = Undo your decision
proposal-otherwise = Decide otherwise
proposal-what = What
proposal-reason-code = Main reason
proposal-choose = Choose one
proposal-reason = In your words
proposal-reason-hint = In any language. It stays in the history.
proposal-decide-button = Decide
proposal-edit = Edit
proposal-summary = What the public will read
proposal-hold = Hold publication until an approver publishes it
proposal-held = Publication is held back: an approver publishes it after both cities have accepted.
proposal-not-held = It becomes public when both cities have accepted.
proposal-edit-button = Save
proposal-edit-means = Recommendations start again: what was reviewed has changed.
proposal-request = The city asked:
proposal-beside = Side by side today
proposal-beside-note = As the data stand now. What the score was computed from is above, as it was then.
proposal-distance = Distance
proposal-shared-languages = Shared languages
proposal-no-shared-language = none that is known
proposal-ties = Ties between the two
proposal-no-ties = none that is known
proposal-figure = Figure
proposal-instead = Instead
proposal-instead-none = No other city was possible.
proposal-any-city = Why these two and not another?
proposal-history = History
proposal-seen = Version
proposal-model = Model
proposal-data = data
proposal-stale = Somebody was faster: the proposal has changed since you opened it. Below is what it is now; what you wrote is kept.
proposal-not-now = It stands so that this cannot be done now. Below is what it is now; what you wrote is kept.
proposal-fault-code = Main reason: choose one.
proposal-fault-reason = In your words: say why, in at most 4,000 characters, in any language.
proposal-fault-summary = What the public will read: write 1 to 500 characters.

## Several at once
bulk-title = Decide several
bulk-preview = { $deed }: { $going } of { $all } can go. Nothing has been done yet.
bulk-done = { $deed }: done for { $going } of { $all }.
bulk-becomes = Becomes
bulk-stays = stays as it is
bulk-why-not = { $code ->
    [changed] somebody has changed it since you looked
    [four_eyes] four eyes: you had a hand in it
    [role] it is not your role’s to decide
    [state] it stands where this cannot be done
    [gone] it is not there any more
   *[other] { $name }
}
bulk-reason-hint = The same words go into the history of each.
bulk-cancel = Back without doing anything
bulk-none = None of them can go.
bulk-back = Back to the queue
bulk-fault-pick = Pick 1 to 200 proposals in the queue.

## The desk at a glance
overview-title = Your desk
overview-open = Open the review queue
overview-first = First in line
overview-else = Also waiting
overview-overdue = { $late } of { $all } under review are older than { $days }
overview-to-publish = { $count ->
    [one] 1 accepted pairing waits to be published
   *[other] { $shown } accepted pairings wait to be published
}
overview-requests-count = { $count ->
    [one] 1 request of a city waits
   *[other] { $shown } requests of cities wait
}
overview-rounds = Rounds
overview-funnel = How far proposals come
overview-coverage = { $partnered } of { $members } members have a partnership through Kembar; { $hoping } more are in a proposal under way.
overview-reached = Reached
overview-count = Proposals
overview-stage = { $code ->
    [made] proposed
    [recommended] recommended
    [approved] approved
    [accepted] accepted by both
    [published] published
   *[other] { $name }
}
overview-of = of { $all }

## Any two cities
explain-lead = Choose two cities, and read why they fit or why not.
explain-first = City
explain-second = With
explain-button = Explain
explain-possible = { $city } and { $other } can be paired.
explain-not = { $city } and { $other } are not suggested to each other.
explain-there = There is a proposal of these two already: { $state }.
explain-override = Why propose them all the same?
explain-propose = Make this a proposal
explain-propose-means = What you see here is kept with it.
explain-unknown = One of the two cities, the kind or the theme is not known here. Choose from the lists.
explain-exists = This pairing is under way already; the link above leads to it. Nothing was made.
explain-fault-override = A rule takes this pair out: say in words why you propose it all the same.

## Requests of cities
requests-title = Requests of cities
requests-none = No request is like that. Focal points ask on their own pages.
request-state = { $code ->
    [open] open
    [in_review] in review
    [answered] answered
    [withdrawn] withdrawn
   *[other] { $name }
}
request-waiting = Waiting
request-found = { $count ->
    [one] 1 request
   *[other] { $shown } requests
}
request-title = { $city } asks for partners
request-wants = What it wants to solve or build
request-gives = What it can give
request-answer = The answer in words
request-find = Look at partners for this city
request-your-answer = Your answer
request-hint = The city reads it. An invitation to a partnership answers a request too.
request-send = Answer
request-stale = Somebody was faster: the request has changed since you opened it. What you wrote is kept below.
request-over = The city has taken this request back. What you wrote is kept below.
request-fault = Your answer: write 1 to 4,000 characters.

## Keys
keys-title = Keyboard
keys-note = Keys work outside of text fields, in this browser only. Type another letter to change one. Ctrl+Enter sends what you are writing.
keys-on = Use keys
keys-deed = { $code ->
    [next] next
    [previous] previous
    [open] open
    [select] pick
    [yes] recommend or approve
    [reject] turn down
    [defer] put off
    [claim] claim or let go
    [undo] undo
    [search] narrow
    [help] this help
   *[other] { $name }
}
keys-close = Close
keys-reset = Usual keys
keys-cancel = Cancel
