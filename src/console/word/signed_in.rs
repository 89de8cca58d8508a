//! What all pages behind the sign-in say, and the sign-in itself.

use super::words;

words! {
    /// Something that a page behind the sign-in says.
    SignedInWord in "signed-in":
    NavWorkspace = "nav-workspace" [],
    NavMyCity = "nav-my-city" [],
    NavAccount = "nav-account" [],
    NavMembers = "nav-members" [],
    NavUsers = "nav-users" [],
    NavModels = "nav-models" [],
    NavAudit = "nav-audit" [],
    SignOut = "sign-out" [],
    SignedInAs = "signed-in-as" ["name", "role"],
    RoleName = "role-name" ["code", "name"],
    Done = "done" ["code", "name"],
    FaultsHeading = "faults-heading" ["count", "shown"],
    // Signing in.
    SignInTitle = "sign-in-title" [],
    SignInLead = "sign-in-lead" [],
    SignInExpired = "sign-in-expired" [],
    SignInEmail = "sign-in-email" [],
    SignInPassword = "sign-in-password" [],
    SignInButton = "sign-in-button" [],
    SignInWrong = "sign-in-wrong" [],
    SignInWait = "sign-in-wait" ["count", "shown"],
    SignInBusy = "sign-in-busy" [],
    SignInNoAccount = "sign-in-no-account" [],
    SignInInvitation = "sign-in-invitation" [],
    KeptTitle = "kept-title" [],
    KeptLead = "kept-lead" [],
    KeptSend = "kept-send" [],
    KeptDrop = "kept-drop" [],
    // An invitation.
    InvitationTitle = "invitation-title" [],
    InvitationLead = "invitation-lead" [],
    InvitationCode = "invitation-code" [],
    InvitationPassword = "invitation-password" [],
    InvitationPasswordHint = "invitation-password-hint" [],
    InvitationButton = "invitation-button" [],
    InvitationBad = "invitation-bad" [],
    // The own account.
    AccountTitle = "account-title" [],
    AccountName = "account-name" [],
    AccountEmail = "account-email" [],
    AccountRole = "account-role" [],
    AccountCity = "account-city" [],
    AccountPassword = "account-password" [],
    AccountPasswordNow = "account-password-now" [],
    AccountPasswordNew = "account-password-new" [],
    AccountPasswordChange = "account-password-change" [],
    AccountPasswordNote = "account-password-note" [],
    AccountSession = "account-session" [],
    AccountSessionNote = "account-session-note" [],
    // When something is wrong.
    ErrorForbidden = "error-forbidden" [],
    ErrorForbiddenWhat = "error-forbidden-what" [],
    ErrorForged = "error-forged" [],
    ErrorForgedWhat = "error-forged-what" [],
    ErrorConflict = "error-conflict" [],
    ErrorConflictWhat = "error-conflict-what" [],
}
