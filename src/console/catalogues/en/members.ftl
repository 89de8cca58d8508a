members-title = Member cities
members-lead = { $count ->
    [one] One profile waits for you.
   *[other] { $shown } profiles wait for you.
}
members-lead-none = No profile waits for you.
members-waiting = Handed in and waiting
members-since = since { $date }
members-all = All members
members-city = City
members-country = Country
members-name = Name
members-state = Profile
members-answered = Answered
members-answered-of = { $answered } of { $all } parts
members-changed = Last handed in
members-never = no profile yet
members-stale = older than two years
members-none = No member is like that. Take the name or the country out.
members-more = More members
members-filter = Show
revision-state = { $code ->
    [draft] in work
    [submitted] handed in
    [verified] verified
    [returned] sent back
   *[other] { $name }
}
revision-imported = from published sources, not confirmed by the city
profile-title = Profile of { $name }
profile-lead-waiting = { $count ->
    [one] Handed in on { $date }: one thing differs from what was last verified.
   *[other] Handed in on { $date }: { $shown } things differ from what was last verified.
}
profile-lead-nothing = This city has no profile yet.
profile-lead-state = Revision { $number }: { $state }.
profile-against = Compared with revision { $number }, verified on { $date }.
profile-against-nothing = Nothing of this city was verified before, so all of it is new.
profile-same = Nothing differs from what was last verified.
profile-where = Where
profile-before = Verified before
profile-now = Handed in now
profile-absent = not said
profile-part = { $code ->
    [priorities] Priority
    [capacities] Capacity
    [self_assessment] Self-assessment
    [offers] Offer
    [needs] Need
    [partners] Sister cities at a time
    [learners] Learners at a time
    [mentors] Mentors at a time
    [international_office] Office for international relations
   *[other] { $name }
}
profile-rank = rank { $rank }
profile-level = level { $level } of 5
profile-slots = { $count ->
    [one] one partner at a time
   *[other] { $shown } partners at a time
}
profile-mode = { $code ->
    [study_visit] study visit
    [secondment] secondment
    [training] training
    [webinar] webinar
    [joint_project] joint project
   *[other] { $name }
}
profile-yes = yes
profile-no = no
profile-warning-rows = { $count ->
    [one] One capacity is claimed at level 4 or 5 without evidence.
   *[other] { $shown } capacities are claimed at level 4 or 5 without evidence.
}
profile-verify = Verify
profile-verify-note = The secretariat stands behind it: matching uses it from now on, with more weight than an unverified one.
profile-return = Send back
profile-return-reason = What the city should change
profile-returned = Sent back on { $date }:
profile-history = Revisions
profile-revision = Revision { $number }
profile-public = Public page
