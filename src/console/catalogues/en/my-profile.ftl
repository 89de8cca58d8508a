## The profile
my-profile-title = What { $city } needs and can give
my-profile-lead = { $state ->
    [none] Nothing has been said yet. Six short steps; each is saved by itself.
    [imported] What stands here was found in public sources. Look it through, correct it, and hand it in: then it counts as your city’s word.
    [draft] This is a draft. Only what is handed in counts for suggestions.
    [submitted] It is handed in. The secretariat is looking at it; you can go on changing it, as a new draft.
    [verified] The secretariat has verified it. A change begins a new draft; until that is verified, this one counts.
   *[returned] The secretariat has sent it back. Change what it names and hand it in again.
}
my-profile-reason = The secretariat wrote on { $date }:
my-profile-since = as of { $date }
my-profile-old = It is more than a year old. Look it through: old answers make suggestions less sure.
my-profile-used = Suggestions use revision { $number }.
my-profile-used-none = Suggestions use no profile of your city yet.
my-profile-steps = Steps
my-profile-step = { $code ->
    [about] About the city
    [needs] What you need
    [offers] What you offer
    [capacities] How far you are, and for how many
    [office] Languages and office
   *[check] Check and hand in
}
my-profile-count = { $count ->
    [one] 1 entry
   *[other] { $shown } entries
}
my-profile-empty = nothing yet
my-profile-improves = It would improve suggestions to know:
my-profile-improves-points = { $what } (up to { $shown } points)
my-profile-improves-none = Nothing more is missing here that would move a suggestion.
my-profile-go = Go on: { $step }
my-profile-back = All steps
my-profile-step-of = Step { $shown } of { $total }
my-profile-about-note = The secretariat keeps these entries. If one is wrong, ask it to correct it.
my-profile-about-ask = Ask for a correction
my-profile-coast = On the coast
my-profile-yes = yes
my-profile-no = no
my-profile-unsaid = not said
my-profile-needs-note = The most important first. To take one away, choose no theme.
my-profile-need = Need { $number }
my-profile-need-what = What do you want to solve or build?
my-profile-offers-note = Themes in which you would teach another city. To take one away, choose no theme.
my-profile-offer = Offer { $number }
my-profile-offer-what = What can you show?
my-profile-offer-slots = For how many cities at a time?
my-profile-modes = How? None means any way.
my-profile-mode = { $code ->
    [study_visit] study visit
    [secondment] secondment
    [training] training
    [webinar] webinar
   *[joint_project] joint project
}
my-profile-capacities-note = Your own word on how far you are. The secretariat can verify it, which makes it weigh more.
my-profile-capacity = Theme { $number }
my-profile-level = How far are you?
my-profile-level-name = { $level ->
    [0] 0: nothing yet
    [1] 1: first steps
    [2] 2: a plan
    [3] 3: at work
    [4] 4: with results
   *[5] 5: others come to learn
}
my-profile-shown-by = What shows it?
my-profile-link = A page that shows it
my-profile-practice = A practice of yours that shows it
my-profile-none-of = none
my-profile-quotas = For how many partners at a time?
my-profile-quota = { $code ->
    [partners] Sister cities
    [learners] Cities that learn from you
   *[mentors] Cities that teach you
}
my-profile-office = Is there an office for international relations?
my-profile-languages = In which languages can you work with others? None means the city’s own.
my-profile-languages-later = Name a need or an offer first; the languages stand with them.
my-profile-contact = How others reach you
my-profile-save = Save and go on
my-profile-more = Save and add more
my-profile-stale = Somebody saved the profile after you opened it, so this was not saved. What you wrote is kept in the form below; what is saved now stands beneath it. Save again to put yours in its place.
my-profile-saved-now = What is saved now
my-profile-check-lead = { $state ->
    [draft] Is it right? Then hand it in: the secretariat looks at it, and from now on it counts for suggestions.
    [none] There is nothing to hand in yet. Begin with what you need.
   *[other] There is no draft to hand in. Save a step to begin one.
}
my-profile-submit = Hand it in
my-profile-nothing = The draft says nothing yet: name at least one need, offer or theme in which you are at work.
my-profile-change = Change
