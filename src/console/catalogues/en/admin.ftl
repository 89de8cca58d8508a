users-title = Accounts
users-lead = { $count ->
    [one] One account is shown.
   *[other] { $shown } accounts are shown.
}
users-filter-role = Role
users-filter-state = State
users-any = All
users-apply = Show
users-none = No account is like that. Choose another role or state.
users-invite = Invite somebody
users-name = Name
users-email = E-mail address
users-role = Role
users-for = For
users-state = State
users-seen = Last signed in
users-never-seen = never
users-more = More accounts
user-state = { $code ->
    [invited] invited, not yet accepted
    [active] active
    [disabled] closed
   *[other] { $name }
}
new-user-title = Invite somebody
new-user-lead = They get no mail from here: you hand them a code, with which they set their password.
new-user-city = City
new-user-city-hint = Only for a focal point: the short name of the city in its address, such as surabaya.
new-user-country = Country
new-user-country-hint = Only for an observer who is to see one country alone: two letters, such as ID.
new-user-language = Language
new-user-language-any = as their browser says
new-user-button = Invite
invited-title = Hand this code to { $name }
invited-lead = It is shown this once and kept nowhere. Whoever has it can set the password, so hand it over in person or by a way you trust.
invited-code = Code of the invitation
invited-until = It works once, until { $date }.
invited-where = It is entered at
invited-back = Back to the accounts
user-title = { $name }
user-save = Save
user-save-note = Another role, city or country, or a closed account, ends every session of this person.
user-invite-heading = A new invitation
user-invite-note = For somebody who lost the code or the password. Older codes end; the present password works until it is replaced.
user-invite-button = Make a new invitation
user-own = This is your own account. Another administrator can change it.
models-title = Matching models
models-lead = Suggestions come from { $name }.
models-lead-none = No model is in force yet.
models-name = Name
models-state = State
models-origin = Origin
models-since = Since
model-state = { $code ->
    [candidate] candidate, never used
    [active] in force
    [retired] retired, can be used again
   *[other] { $name }
}
model-origin = { $code ->
    [bundled] came with the program
    [trained] trained on decisions of this service
   *[other] { $name }
}
model-title = Model { $name }
model-hash = Fingerprint of its content
model-measured = What was measured of it
model-measured-note = Measured on { $date }, by the commands in its model card.
model-unmeasured = Nothing was measured of this model yet. Measure it before it is used.
model-lists-of = Lists: { $kind }
model-covered = cities that get suggestions
model-suggested = cities that are suggested to somebody
model-gini = Gini of how often cities are suggested (0 is even)
model-stable = suggestions that stay under small errors in the data (median)
model-partnerships = Known partnerships found again
model-among = Among
model-stratum = { $code ->
    [world] cities of the world
    [asean] ASEAN cities
    [asean_not_capital] ASEAN cities that are no capital
   *[other] { $name }
}
model-recall = in the first ten (95 % interval)
model-recall-best = best simple method
model-auc = AUC (95 % interval)
model-activate = Put this model in force
model-activate-note = From then on suggestions come from it. Proposals that stand keep the model they were made with, and you can go back at any time.
model-activate-reason = Why, for the audit log
model-activate-button = Put in force
model-in-force = This model is in force.
audit-title = Audit log
audit-lead = Every change of the service, the newest first. Each entry is chained to the one before, so nothing can be taken out unseen.
audit-verify = Check the chain
audit-sound = { $count ->
    [one] The chain is whole: one entry, none changed.
   *[other] The chain is whole: { $shown } entries, none changed.
}
audit-head = Keep this head outside of the service: entry { $seq }, { $hash }.
audit-broken = The chain is broken at entry { $seq }: the log was changed from outside. Keep the database as it is and look at a backup.
audit-kind = Kind of thing
audit-object = Its id
audit-actor = By whom
audit-when = When
audit-what = What
audit-why = Why
audit-none = No entry is like that.
audit-older = Older entries
