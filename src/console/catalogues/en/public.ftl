## Every page
site-name = Kembar
skip-to-content = Skip to the content
nav-label = Main
nav-cities = Cities
nav-partnerships = Partnerships
nav-practices = Good practices
nav-about-data = About the data
nav-developers = For developers
language-label = Language
demo-notice = This is a demonstration with public data. Nothing on it is an official statement of a city or of ASEAN.
footer-what = Kembar proposes partner cities and says why. People decide, and both cities must agree before anything is public.
footer-data = Where the figures come from
footer-api = API documentation
footer-open-data = Published partnerships as data
not-known = not known
unverified = unverified
unverified-title = Written from memory, no source yet. What this means
source-label = Source:
source-city = Said by the city itself
in-year = in { $year }
count-cities = { $count ->
    [one] 1 city
   *[other] { $shown } cities
}
count-partnerships = { $count ->
    [one] 1 partnership
   *[other] { $shown } partnerships
}
count-practices = { $count ->
    [one] 1 good practice
   *[other] { $shown } good practices
}
date-long = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }

## Names of codes
pillar-name = { $code ->
    [political-security] Political-Security
    [economic] Economic
    [socio-cultural] Socio-Cultural
   *[connectivity] Connectivity
}
country-name = { $code ->
    [BN] Brunei Darussalam
    [KH] Cambodia
    [ID] Indonesia
    [LA] Lao PDR
    [MY] Malaysia
    [MM] Myanmar
    [PH] Philippines
    [SG] Singapore
    [TH] Thailand
    [TL] Timor-Leste
    [VN] Viet Nam
   *[other] { $name }
}
level-name = { $code ->
    [capital] capital
    [city] city
    [municipality] municipality
    [province] province
    [special-region] special region
    [state] state
    [regency] regency
   *[other] { $name }
}
language-name = { $code ->
    [ban] Balinese
    [bjn] Banjarese
    [bug] Buginese
    [ceb] Cebuano
    [en] English
    [fil] Filipino
    [hil] Hiligaynon
    [iba] Iban
    [id] Indonesian
    [ilo] Ilocano
    [jv] Javanese
    [km] Khmer
    [lo] Lao
    [mad] Madurese
    [min] Minangkabau
    [ms] Malay
    [my] Burmese
    [nod] Northern Thai
    [pt] Portuguese
    [sou] Southern Thai
    [su] Sundanese
    [ta] Tamil
    [tet] Tetum
    [th] Thai
    [tts] Isan
    [vi] Vietnamese
    [war] Waray
    [zh] Chinese
   *[other] { $code }
}
hazard-name = { $code ->
    [flood] Flood
    [cyclone] Cyclone
    [earthquake] Earthquake
    [tsunami] Tsunami
    [volcano] Volcano
    [drought] Drought
    [heat] Heat
    [landslide] Landslide
   *[sea_level] Sea-level rise
}
hazard-level = { $level ->
    [0] none or hardly any
    [1] low
    [2] medium
   *[3] high
}
hazard-score = { $level } of 3
unit-name = { $code ->
    [u-0-to-1] of 1
    [u-0-to-10-higher-is-worse] of 10, higher is worse
    [u-0-to-10-higher-is-cleaner] of 10, higher is cleaner
    [u-0-to-100] of 100
   *[other] { $name }
}
tie-kind-name = { $code ->
    [sister_city] sister city
    [friendship] friendship
    [cooperation] cooperation agreement
   *[other] { $name }
}
kind-name = { $code ->
    [peer_learning] peer learning
    [mutual_aid] mutual aid
   *[sister_city] sister cities
}

## Home
home-title = Partner cities for ASEAN’s local governments
home-heading = Find the city that can help yours, and know why.
home-lead = Kembar finds partner cities for ASEAN’s local governments and says why they fit: what each is good at, what it looks for, and what is not known.
search-label = City or local name
search-button = Search
search-all = or see all { $shown } cities
home-countries = Cities by country
home-themes = Cities by theme
home-themes-note = The number says how many cities have a good practice or a stated priority in the theme.
home-partnerships = Published partnerships
home-partnerships-none = None yet.
home-partnerships-none-why = A partnership appears here only when two reviewers have approved it and both cities have said yes.
home-how = How a partnership comes about
home-how-ask = A city asks
home-how-ask-text = Two questions are enough: what do you want to solve or build, and what can you give?
home-how-propose = Kembar suggests
home-how-propose-text = Every suggestion comes with its reasons, what speaks against it, and what is not known.
home-how-review = Two people review
home-how-review-text = One recommends, another approves. Nobody approves their own recommendation.
home-how-agree = Both cities agree
home-how-agree-text = Only then is the partnership public, and why the two were chosen stays readable.
home-for = Where to go next
home-for-cities = For cities
home-for-cities-text = Your focal point keeps your profile and asks for partners. See how your city is shown today.
home-for-cities-link = Find your city
home-for-portals = For portals
home-for-portals-text = Show published partnerships on your own site. No key is needed for reading; a key raises the limits.
home-for-portals-link = Published partnerships as JSON
home-for-developers = For developers
home-for-developers-text = One HTTP interface for cities, suggestions, reviews and partnerships, described in OpenAPI 3.1.
home-for-developers-docs = Read the documentation
home-for-developers-openapi = openapi.json

## Partnerships
partnership-learns = { $first } learns from { $second }
partnership-equal = { $first } and { $second }
partnership-about = about { $theme }
partnership-since = since { $date }
partnership-why = Why these two
partnership-cities = The two cities
partnership-practices = What the two can show about it
partnership-as-data = This partnership as data
partnerships-title = Partnerships
partnerships-heading = Cities that work together
partnerships-lead = Two reviewers have approved each of these partnerships, and both cities have said yes.
partnerships-kind = Kind
partnerships-apply = Show partnerships
partnerships-none = No partnership.
partnerships-none-what = Nothing published matches all of these at once. Take away one of them.
practices-title = Good practices of cities
practices-heading = What cities can show
practices-lead = What a city did, what came of it, and where that is written. Ask the city before you copy it.
practices-apply = Show practices
practices-none = No practice.
practices-none-what = No city has published a practice that matches all of these at once. Take away one of them.
practices-none-yet = No city has published one yet.

## Directory
list-title = Cities
list-heading = Cities of ASEAN
list-none = No city matches.
list-none-what = The directory has no city for all of these at once. Take away one of them, or look for part of the name.
list-clear = Show all cities
list-show-all = Show all
list-filter = Narrow the list
list-country = Country
list-network = Network
list-theme = Theme
list-any = any
list-apply = Show cities
list-remove = remove
list-name-filter = Name: { $name }
list-offers = Can show
list-seeks = Looks for
list-nothing-known = No practice or priority is known yet.
list-ended = This local government has ended
list-next = Next page
list-first = Back to the first page
list-more-themes = { $count ->
    [one] and 1 more
   *[other] and { $shown } more
}
list-people = { $shown } people

## A city
city-title = { $name }, { $country }
city-lead-both = { $name } has most to show about { $offer }. It looks for help { $count ->
    [one] with { $seek }.
   *[other] in { $count } themes, first of all { $seek }.
}
city-lead-offer = { $name } has most to show about { $offer }. What it looks for is not known yet.
city-lead-seek = { $name } looks for help { $count ->
    [one] with { $seek }.
   *[other] in { $count } themes, first of all { $seek }.
} What it can show is not known yet.
city-lead-none = What { $name } is good at and what it looks for is not known yet.
city-dissolved = { $name } is no longer a local government of its own
city-dissolved-kept = Its history stays readable here. It is not suggested as a partner.
city-dissolved-successor = Its successor is
city-dissolved-note = What became of it:
city-dissolved-no-successor = Its successor is not known.
city-suspended = { $name } is not taking part at the moment
city-suspended-what = It is not suggested as a partner until it takes part again.
city-facts = At a glance
city-on-this-page = On this page
city-country = Country
city-level = Level
city-population = Population
city-languages = Languages
city-time-zone = Time zone
city-networks = Networks
city-note = Worth knowing
city-part-of = Part of
city-offers = What it is good at
city-offers-none = No good practice of this city is known yet. That says nothing about its work, only about what has been collected.
city-result = Result
city-result-none = No result is recorded.
city-award-only = Recognition only: an award says less than a documented result.
city-problem = Problem
city-year-unknown = year not known
city-seeks = What it looks for
city-seeks-none = No stated priority of this city is known yet.
city-seeks-unsaid = Named as a priority, without more words.
city-partnerships = Partnerships
city-partnerships-none = No partnership of this city has come about through Kembar yet.
city-ties = Ties it already has
city-ties-note = Ties known from public sources. A tie that is missing here may still exist.
city-ties-none = No earlier tie of this city is known.
city-ties-with = With
city-ties-kind = Kind
city-ties-since = Since
city-source = Source
city-reviews = Voluntary Local Reviews
city-reviews-none = No Voluntary Local Review of this city is known.
city-review-sdgs = Goals covered: { $list }
city-indicators = Indicators
city-indicators-none = No indicator of this city is known.
city-indicators-own-none = No figure of the city’s own is known.
city-indicators-stand-ins = { $count ->
    [one] 1 figure of the country: { $country }
   *[other] { $shown } figures of the country: { $country }
}
city-indicators-note = Where no figure of the city exists, that of its country stands in for it, and is marked.
city-indicator = Indicator
city-value = Value
city-year = Year
city-country-value = Value of the country: { $country }
city-hazards = Hazards
city-hazards-note = Scores from 0 to 3 are a judgement made for comparing cities, not a measurement.
city-hazards-none = The hazards of this city are not known.
city-hazard = Hazard
city-hazard-score = Judged
city-reach = How to reach it
city-office = Office
city-website = Website
city-email = Office e-mail
city-phone = Office telephone
city-reach-none = No office of this city that handles partnerships is known. The secretariat can pass on a message.
city-as-data = This page as data
city-correct = Is something wrong? The city’s focal point can correct it.

## About the data
data-title = About the data
data-heading = Where the figures come from
data-lead = Every figure carries its year and source. What is missing is shown as missing, never as zero.
data-covers = The directory holds { $cities } local governments of { $countries } countries.
data-memory = { $shown } of the { $total } good practices and stated priorities were written from memory and are marked unverified.
data-unverified = What “unverified” means
data-unverified-text = Somebody who knows the city wrote it down from memory, and no source has been found for it yet. It may be right. It counts for less in a suggestion, and it is marked wherever it is shown. A source removes the mark.
data-derived = What is derived
data-derived-text = A capacity can follow from a good practice that has a source, and a need from a priority that a city has stated. Such a conclusion is shown as derived. An award alone is weaker evidence than a documented result.
data-country = What “value of the country” means
data-country-text = Many figures are published for countries only. Where a city has none of its own, its country’s figure stands in for it and is marked. It says little about what sets a city apart, and confidence is lower for it.
data-judged = What is judged
data-judged-text = Hazard scores from 0 to 3 were judged for comparing cities. They are not measurements and no ground for planning.
data-missing = What is missing
data-missing-text = A practice, a tie or a priority that is not shown here may still exist: these lists hold what has been collected from public sources. Missing figures lower the confidence of a suggestion. They are never filled with a guess.
data-ended = Cities that have ended
data-ended-text = Local governments merge and end. Viet Nam, for one, abolished its district level on 1 July 2025. Such a city keeps its page, points to its successor and is not suggested.
data-sources = Sources and licences
data-source = Source
data-used-for = Used for
data-licence = Licence
data-use = { $code ->
    [places] Names, places, time zones and populations
    [urban-population] Population of urban areas
    [world-bank] Indicators of countries
    [human-development] Human development of countries
    [risk] Disaster risk of countries
    [outlines] Coasts and borders on the maps
    [ties] Earlier ties between cities
   *[profiles] Practices, priorities, ties, reviews and networks of ASEAN cities
}
data-each-row = Each entry names its own public source
data-licence-each = The terms of that source

## When something is wrong
error-not-found = This page does not exist
error-not-found-what = The address may be mistyped, or the page was never public. Nothing was changed.
error-bad-request = The address asks for something that cannot be
error-bad-request-what = Nothing was changed. What is wrong with it:
error-bad-cursor = The place in the list (cursor) does not belong to this list, or the address was changed on the way.
error-too-many = Too many requests at once
error-too-many-what = Please wait a minute and load the page again. Nothing was lost.
error-unavailable = Kembar is busy or being updated
error-unavailable-what = Nothing was lost. Please load the page again in a minute.
error-internal = Something went wrong on our side
error-internal-what = Nothing you entered was changed. It has been noted; please try again. If it happens again, tell the secretariat this number:
error-to-home = Go to the first page
error-to-cities = Search the cities

## Maps
map-partnerships = Map of published partnerships
map-cities = Map of these cities
map-most = The map shows the { $shown } largest of them.
map-table = The map as a table
map-city = City
map-size = { $class ->
    [1] fewer than 250,000 people
    [2] fewer than 1 million
    [3] fewer than 5 million
    [4] 5 million or more
   *[0] number of people not known
}
