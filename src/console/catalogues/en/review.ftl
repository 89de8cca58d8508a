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
