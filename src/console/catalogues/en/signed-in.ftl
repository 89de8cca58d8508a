nav-workspace = Sign in
nav-desk = Desk
nav-review = Review
nav-requests = Requests
nav-my-city = My city
nav-account = My account
nav-members = Members
nav-users = Accounts
nav-models = Models
nav-audit = Audit log
nav-rounds = Rounds
nav-clusters = Alike cities
sign-out = Sign out
signed-in-as = { $name }, { $role }
role-name = { $code ->
    [admin] administrator
    [officer] officer
    [approver] approver
    [focal_point] focal point
    [observer] observer
   *[other] { $name }
}
done = { $code ->
    [saved] Saved.
    [profile-verified] The profile is verified.
    [profile-returned] The profile was sent back; the city sees why.
    [undone] Your decision is undone.
    [password-changed] Your password is changed. All other sessions of yours have ended.
    [plan-changed] The set-up is changed. Compute the round again to see what it brings.
    [round-released] The pairings are in the review queue.
    [round-recalled] The release is taken back; no city has heard of it.
    [interested] Noted: you are interested. The secretariat sees it.
    [not-now] Noted: not now. It leaves the list; at the end of the page you can change it.
    [already-partners] Noted: already partners. It leaves the list; at the end of the page you can change it.
    [asked] Your request is with the secretariat.
    [request-withdrawn] Your request is taken back.
    [said-yes] Your yes is noted.
    [said-no] Your no is noted. Thank you for the reason.
    [handed-in] Your profile is handed in. The secretariat looks at it.
    [signed-out] You have signed out.
   *[other] { $name }
}
faults-heading = { $count ->
    [one] Nothing was saved: one thing needs another look
   *[other] Nothing was saved: { $shown } things need another look
}

## Signing in
sign-in-title = Sign in
sign-in-lead = For focal points of member cities and for the secretariat.
sign-in-expired = Your session has ended. What you wrote is kept: sign in, and you can send it again.
sign-in-email = E-mail address
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = The e-mail address or the password is wrong. Nothing else was changed; try again.
sign-in-wait = { $count ->
    [one] Too many tries. Wait one second, then try again.
   *[other] Too many tries. Wait { $shown } seconds, then try again.
}
sign-in-busy = Too many people are signing in at this moment. Try again in a few seconds.
sign-in-no-account = No account? The secretariat appoints one focal point for each member city and invites them.
sign-in-invitation = I have an invitation
kept-title = You are signed in. Send what you wrote?
kept-lead = Your session ended before this could be saved. Nothing was lost and nothing has been sent yet.
kept-send = Send it now
kept-drop = Do not send it

## An invitation
invitation-title = Accept your invitation
invitation-lead = Choose a password, and you are signed in. An invitation works once.
invitation-code = Code of the invitation
invitation-password = Your password
invitation-password-hint = At least 8 characters; better a phrase of 15 or more.
invitation-button = Accept
invitation-bad = This invitation does not work: it was used, it has run out, or the code is not complete. Ask the secretariat for a new one.
password-fault = { $code ->
    [too-short] The new password needs at least 8 characters; better a phrase of 15 or more.
    [too-long] The new password may have at most 128 characters.
    [control] The new password must not contain control characters.
    [tried-first] The new password is one of those that are tried first, or close to one.
    [predictable] The new password is a repetition or a row of neighbouring letters or digits.
    [known] The new password says little more than { $name }, which others know: add words of your own or choose others.
    [not-present] The present password is not the right one.
   *[other] { $name }
}

## The own account
account-title = Your account
account-name = Name
account-email = E-mail address
account-role = Role
account-city = City
account-password = Change your password
account-password-now = Present password
account-password-new = New password
account-password-change = Change the password
account-password-note = Every other session of yours ends.
account-session = This session
account-session-note = It ends by itself half an hour after the last page, and twelve hours after you signed in.

## When something is wrong
error-forbidden = This is not yours to see
error-forbidden-what = Your account has no right to this page. If it should, ask the secretariat.
error-forged = This did not come from a page of yours
error-forged-what = Nothing was changed. Go back, load the page again and repeat what you wanted.
error-conflict = Somebody was faster
error-conflict-what = This has changed since you opened it, so nothing was saved. Look at it as it is now and repeat what you still want.
