### What frames on other sites say.

embed-of = Partnerships of { $city }
embed-from = Published by { $site }
embed-as-of = as of { $date }
embed-withdrawn = This partnership was taken back
embed-withdrawn-on = It was published here and was taken back on { $date }.
embed-missing = There is nothing to show here
embed-missing-why = The address of this frame is not right, or what it showed was taken back long ago.
