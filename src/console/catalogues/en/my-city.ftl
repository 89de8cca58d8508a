## All pages of the area
my-area = My city
my-area-home = Overview
my-area-suggestions = Suggestions
my-area-ask = Ask for partners
my-area-proposals = Invitations
my-area-profile = Profile
my-kind = { $code ->
    [peer_learning] peer learning
    [sister_city] sister city
   *[mutual_aid] mutual aid in a crisis
}
my-theme = Theme
my-theme-all = all themes
my-kind-label = Kind of partnership
my-show = Show
my-of-hundred = { $shown } of 100
my-sure = { $code ->
    [well] quite sure
    [partly] fairly sure
   *[little] a first hint only
}
my-days = { $count ->
    [one] 1 day
   *[other] { $shown } days
}

## Overview
my-home-title = { $city } at a glance
my-home-waiting = { $number } { $count ->
    [one] thing waits
   *[other] things wait
} for { $city }.
my-home-nothing = Nothing waits for { $city }.
my-home-waits = What waits for you
my-home-next = The next best thing to do
my-task-answer = { $partner } and your city are invited to work together.
my-task-answer-until = Answer until { $date }: { $days } left.
my-task-answer-do = Read it and answer
my-task-returned = The secretariat has sent your profile back.
my-task-returned-why = It says: {"“"}{ $reason }{"”"}
my-task-returned-do = Correct the profile
my-task-draft = Your profile is a draft that has not been handed in.
my-task-draft-do = Check it and hand it in
my-task-profile = Your city has not said yet what it needs and what it can give. Ten minutes make every suggestion better.
my-task-profile-do = Fill in the profile
my-task-old = Your profile is of { $date }. Look whether it still holds.
my-task-old-do = Look it through
my-task-look = See which cities fit yours, and say which you like.
my-task-look-do = See the suggestions
my-home-standing = How things stand
my-home-profile = Profile
my-profile-state = { $code ->
    [none] nothing yet
    [imported] found in public sources, not confirmed by your city
    [draft] draft, not handed in
    [submitted] handed in, the secretariat is looking at it
    [verified] verified by the secretariat
   *[returned] sent back with a reason
}
my-home-requests = Requests
my-home-requests-none = None. You can ask the secretariat for partners at any time.
my-home-invitations = Invitations
my-home-invitations-none = None yet. An invitation comes when two people of the secretariat have agreed to a pairing.
my-home-partnerships = Partnerships
my-home-partnerships-none = None has come about through Kembar yet.
my-home-partnership = { $partner }: { $kind }, { $state ->
    [exploring] getting to know each other
    [preparing] agreement in preparation
    [active] at work
    [dormant] quiet
    [completed] completed
    [emeritus] kept in honour
   *[ended] ended
}, since { $year }
my-request-state = { $code ->
    [open] waiting for the secretariat
    [in_review] the secretariat is working on it
    [answered] answered
   *[withdrawn] taken back
}
my-invitation-state = { $code ->
    [unanswered] waits for your answer
    [waiting] you said yes; it waits for the other city
    [accepted] both have said yes; the secretariat publishes it
    [published] both have said yes; it is public
    [declined] declined
    [expired] not answered in time
   *[withdrawn] taken back by the secretariat
}
my-home-gaps = How far from the targets
my-home-gaps-note = 0 is at the target, 100 as far from it as can be. Each pillar is the mean of its themes that are known.
my-home-gap-known = from { $known } of { $total } themes
my-home-gap-how = From which figures
my-home-gap-none = No theme of this pillar is known. A figure of your own changes that.
my-home-gap-assessed = Self-assessment: level { $level } of 5, { $year }

## Suggestions
my-suggest-title = { $kind ->
    [peer_learning] Who can teach us?
    [sister_city] Who fits us as a sister city?
   *[mutual_aid] Who could help us in a crisis, and we them?
}
my-suggest-title-about = Who can teach us about { $theme }?
my-number = { $count ->
    [1] One
    [2] Two
    [3] Three
    [4] Four
    [5] Five
    [6] Six
    [7] Seven
    [8] Eight
    [9] Nine
    [10] Ten
   *[other] { $shown }
}
my-suggest-lead = { $number } { $count ->
    [one] city
   *[other] cities
} { $kind ->
    [peer_learning] can teach { $city } about { $theme }
    [sister_city] could be a sister city of { $city }
   *[mutual_aid] could stand by { $city } in a crisis
}. The best is { $best }.
my-suggest-any-need = what it looks for
my-suggest-none = { $kind ->
    [peer_learning] No city is known that can teach { $city } about { $theme }.
    [sister_city] No city is known that could be a sister city of { $city }.
   *[mutual_aid] No city is known that could stand by { $city } in a crisis.
}
my-suggest-none-what = Look at another theme, or ask the secretariat: people know more than the data do.
my-suggest-inactive = { $city } is not taking part at the moment, so nothing is suggested. Ask the secretariat if that is wrong.
my-suggest-first = The first { $shown } are shown.
my-suggest-among = Looked for among the { $shown } that fit best, of { $all }.
my-suggest-alike = { $shown } more { $count ->
    [one] city is
   *[other] cities are
} like yours, but { $kind ->
    [peer_learning] nothing is known that you could learn there
   *[other] nothing is known that either side would gain
}
my-suggest-alike-what = They fit by what they are like: size, development, language, nearness. No need of one is known to meet what the other can show, so a pairing would be symbolic. That is often a gap in what is known, not in the city.
my-suggest-alike-do = Say what you need and what you can give
my-suggest-against = Against:
my-suggest-against-none = Nothing is known against it.
my-suggest-km = { $shown } km away
my-suggest-km-unknown = distance not known
my-suggest-shares = shares { $languages }
my-suggest-shares-none = no shared language known
my-suggest-why = Why
my-say = { $code ->
    [interested] Interested
    [not_interested] Not now
   *[already_partners] Already partners
}
my-said = { $code ->
    [interested] You said: interested
    [not_interested] You said: not now
   *[already_partners] You said: already partners
}, { $date }.
my-say-about = What do you say about { $city }?
my-say-change = Change it:
my-suggest-ask = Ask the secretariat
my-suggest-ask-city = Ask for { $city }
my-suggest-left = Not shown
my-suggest-left-rule = { $shown } { $code ->
    [inactive_member] { $count ->
        [one] city that takes no part
       *[other] cities that take no part
    }
    [same_country] { $count ->
        [one] city of your own country
       *[other] cities of your own country
    }
    [existing_tie] you have a tie of this kind with
    [barred] barred by the secretariat
    [cooling_period] declined not long ago
    [not_interested] you said {"“"}not now{"”"} to
    [no_own_slot] because you have no free place
    [no_slot] without a free place
    [no_head_start] not known to be ahead of you
   *[theme_not_shared] that would gain nothing with you in this theme
}
my-suggest-improve = What would improve this list
my-suggest-improve-points = would move a score by up to { $shown } points
my-suggest-improve-none = Nothing of yours is missing that would change it.
my-suggest-spoken = What you have said
my-bad-question = There is no such theme or kind of partnership.

## Why
my-why-title = Why { $city }?
my-why-title-not = Why not { $city }?
my-why-not = It is not suggested, because:
my-why-ranks = { $other } is number { $rank } for { $city }. { $city } is number { $reverse } for { $other }.
my-why-bounds = If everything were known, the score would lie between { $low } and { $high }.
my-why-bounds-none = Nothing that is missing could move the score.
my-why-survival = With slightly different weights and figures it stays in the list in { $shown } of 100 trials.
my-why-for = What speaks for it
my-why-gains = { $city } gains
my-why-both = Both
my-why-gains-none = Nothing is known.
my-why-against = What speaks against it
my-why-change = What would change it
my-why-change-none = No single change was found that would move its place.
my-why-change-line = { $change }: place { $rank }, { $score } of 100
my-why-carries = What carries the score
my-why-factor = Part
my-why-points = Points
my-why-evidence = What it rests on
my-why-evidence-none = No evidence is recorded: as far as is known this pairing is symbolic.
my-why-needs = { $city } needs it:
my-why-gives = { $city } can give it:
my-why-derived = derived
my-why-of-five = level { $shown } of 5
my-why-of-three = { $shown } of 3
my-why-rank = number { $shown }
my-why-country = value of the country
my-why-missing = What is not known
my-why-missing-none = Nothing that would move the score.
my-why-missing-line = { $what }: up to { $points } points
my-why-model = Computed by model { $model } from the data of { $date }. People decide.
my-why-back = Back to the list
my-why-page = The public page of { $city }

## Asking for partners
my-ask-title = Ask for partners
my-ask-lead = Two questions are enough. The secretariat answers in words or with an invitation; it aims at under four weeks.
my-ask-named = You are asking for { $city }.
my-ask-wants = What do you want to solve or build?
my-ask-wants-hint = One or two sentences. Name a city if you have one in mind.
my-ask-gives = What can you give?
my-ask-gives-hint = Whatever others could learn from you, or the time and people you can set aside.
my-ask-prefilled = Written for you from what is known; change it as you like.
my-ask-wants-draft = { $kind ->
    [peer_learning] We would like to learn from { $city } about { $theme }.
    [sister_city] We would like { $city } as a sister city.
   *[mutual_aid] We would like to agree with { $city } on helping each other in a crisis.
}
my-ask-gives-draft = We can show what we have done: { $titles }.
my-ask-what-we-seek = what we are looking for
my-ask-theme-unknown = not said
my-ask-send = Send to the secretariat
my-ask-own = Your requests
my-ask-own-none = You have not asked for anything yet.
my-ask-on = asked on { $date }
my-ask-waits = waits for { $days }; the aim is under 28 days
my-ask-gives-label = In return:
my-ask-answer = Answer of the secretariat, { $date }:
my-ask-answer-invited = Answered by an invitation: see
my-ask-withdraw = Take it back
my-ask-withdraw-sure = The secretariat stops working on it. You can ask again at any time.
my-ask-withdraw-do = Yes, take it back
my-changed = This has changed since you opened it, so nothing was done. This is how it stands now.
my-fault = { $field ->
    [theme] There is no such theme, or it stands here twice.
    [kind] There is no such kind of partnership.
    [slots] Write a whole number from 1 to 100, or nothing.
    [quota] Write a whole number from 0 to 100, or nothing.
    [level] Choose a level from 0 to 5.
    [link] Write an address that begins with https:// or http://, without spaces.
    [year] Write a year from 1990 on that is not in the future.
    [target_year] Write a year from 1990 to 2100, with its number.
    [number] Write a number, such as 12.5.
    [reason_code] Choose a reason.
    [practice] Choose one of your own practices.
    [title] Write a title of at most 300 characters.
    [themes] Choose one to five themes, each once.
    [result] Tell the result, or choose {"“"}described{"”"}.
    [source] Say where it is written, in at most 2,000 characters.
   *[text] Write something here, in at most 4,000 characters and without hidden control characters.
}

## Invitations
my-invited-title = Invitations
my-invited-lead = { $number } { $count ->
    [one] invitation waits
   *[other] invitations wait
} for your answer.
my-invited-lead-none = No invitation waits for your answer.
my-invited-none-what = An invitation comes when two people of the secretariat have agreed to a pairing. You can bring one about: ask for partners.
my-invited-due = To answer
my-invited-others = Answered or over
my-invited-on = invited on { $date }
my-proposal-title = Work together with { $partner }?
my-proposal-said = { $partner } and your city
my-proposal-accept = Say yes …
my-proposal-decline = Say no …
my-proposal-own-yes = Your city said yes on { $date }.
my-proposal-own-no = Your city said no on { $date }.
my-proposal-other-no = { $partner } said no on { $date }.
my-proposal-other-yes = { $partner } said yes on { $date }.
my-proposal-reason = { $code ->
    [no_capacity] no time or people for it now
    [other_priorities] other priorities
    [already_partners] already partners
    [not_a_fit] does not fit
    [legal] legal reasons
   *[other] another reason
}
my-proposal-now = { $standing ->
    [unanswered] Both cities have been asked. What { $partner } answers is shown only when it is over.
    [waiting] Your yes is noted. The partnership begins when { $partner } says yes too; what it answers is shown only when it is over.
    [accepted] The partnership has begun. The secretariat makes it public later.
    [published] The partnership has begun and is public. Why you two were chosen stays readable for ever.
    [declined] The pairing is off. The secretariat looks at the next best one by itself.
    [expired] The time to answer is over. Ask for partners again if you are still interested.
   *[withdrawn] The secretariat took the pairing back.
}
my-proposal-why = Why you two
my-proposal-public = The sentence that the public will read, as the secretariat wrote it:
my-proposal-partners = See your partnerships
my-accept-title = Say yes to { $partner }?
my-accept-next = What happens next
my-accept-both = If { $partner } says yes too, the partnership begins.
my-accept-public = It then becomes public at once, here and on other sites: both cities, the theme, and why you two were chosen. No person is named.
my-accept-held = It does not become public by itself: the secretariat publishes it later.
my-accept-meet = The secretariat brings the two offices together and asks which legal steps each country needs.
my-accept-back = You cannot take a yes back yourself. The secretariat can, if you ask it to.
my-accept-do = Yes, we want to
my-decline-title = Say no to { $partner }?
my-decline-next = The pairing ends at once. { $partner } is told that you said no, and why. The same pairing is not suggested again for some time.
my-decline-code = Reason
my-decline-choose = choose one
my-decline-words = In your own words
my-decline-words-hint = The other city and the secretariat read it.
my-decline-do = Say no
my-answer-not-yet = Not yet: back to the invitation
my-proposals-back = All invitations
