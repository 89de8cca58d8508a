import-way = Read in a file
import-title = Read in a file
import-lead = First you see what the file would change. Nothing is written before you say so.
import-what = What the file holds
import-what-name = { $code ->
    [cities] cities
    [profiles] profiles (priorities)
    [indicators] figures
    [practices] good practices
    [ties] partnerships that exist already
   *[other] { $name }
}
import-file = File
import-file-hint = CSV in UTF-8 with commas, or a spreadsheet (.xlsx) of which the first sheet is read; up to 10 MB. The first row names the columns.
import-look = Show what would change
import-another-file = Choose another file
import-columns = The columns of each kind of file
import-columns-required = must be there
import-columns-optional = may be there
import-columns-note = A blank field means “not known”: it never erases what is known. What a person has entered here since is kept.
import-fault-no-file = Choose a file.
import-fault-what = Choose what the file holds.
import-fault-too-large = The file has more than 10 MB. Split it, and send the parts one after the other.
import-fault-gone = The file is no longer here: it was read in, replaced by another, or waited longer than half an hour. Choose it again.
import-faulty = { $count ->
    [one] Nothing of { $file } can be read in: one thing is wrong with it.
   *[other] Nothing of { $file } can be read in: { $shown } things are wrong with it.
}
import-faulty-more = { $count ->
    [one] and one more that is not listed
   *[other] and { $shown } more that are not listed
}
import-faulty-note = A file is read in whole or not at all. Correct these places in your file and send it again.
import-line = Line
import-row = Row
import-column = Column
import-found = What stands there
import-wrong = What is wrong
import-whole-row = all of it
import-nothing = nothing
import-would = { $file } would bring: { $counts }.
import-would-nothing = { $file } would change nothing: all of it is known here already.
import-new = { $count ->
    [0] nothing new
    [one] one new
   *[other] { $shown } new
}
import-changed = { $count ->
    [0] nothing changed
    [one] one changed
   *[other] { $shown } changed
}
import-same = { $count ->
    [0] nothing as it is
    [one] one as it is
   *[other] { $shown } as they are
}
import-values = Of its figures: { $counts }.
import-stale = Data has changed since you looked, so nothing was read in. This is what the file would change now.
import-confirm = Read it in
import-confirm-note = All of it at once, under your name in the audit log. The file waits here for half an hour.
import-changes = What is new and what changes
import-changes-more = { $count ->
    [one] and one more, which is read in too
   *[other] and { $shown } more, which are read in too
}
import-change-what = What
import-change-new = new
import-change-before = Now
import-change-after = Then
import-field = Field
import-notes = To be known
import-note-rows = { $count ->
    [one] one row, at { $lines }
   *[other] { $shown } rows, at { $lines }
}
import-left-out = Columns that are not taken over
import-done = { $file } is read in: { $counts }.
import-done-note = It stands under your name in the audit log. Suggestions use it from now on.
