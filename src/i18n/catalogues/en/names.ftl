# Names of what explanations speak of.
date = { $day } { $month } { $year }

kind-peer-learning = peer learning
kind-sister-city = sister city
kind-mutual-aid = mutual aid

factor-benefit = benefit
factor-head-start = head start
factor-transferability = transferability
factor-affinity = affinity
factor-proximity = proximity
factor-availability = availability
factor-shared-priorities = shared priorities
factor-mutual-benefit = mutual benefit
factor-context-similarity = likeness of context
factor-hazard-complementarity = different hazards
factor-reach = within reach of help
factor-response-capacity = capacity to respond

reading-context = context
reading-complementarity = complementarity
reading-feasibility = feasibility

mode-study-visit = A study visit
mode-secondment = A secondment
mode-training = Training
mode-webinar = A webinar
mode-joint-project = A joint project

trait-population = population
trait-human-development = human development
trait-coastal = position on the coast
trait-elevation = elevation
trait-latitude = climate belt
trait-flood = flood exposure
trait-cyclone = cyclone exposure
trait-earthquake = earthquake exposure
trait-tsunami = tsunami exposure
trait-volcano = volcano exposure
trait-drought = drought exposure
trait-heat = heat exposure
trait-landslide = landslide exposure
trait-sea-level = exposure to sea-level rise
trait-urban-growth = growth
trait-level = level of government

gap-basis-city-indicators = the city’s own indicators
gap-basis-assessment = the city’s self-assessment
gap-basis-country-indicators = indicators of the country, standing in
gap-basis-missing = not known

evidence-priority = a priority
evidence-indicator = an indicator
evidence-assessment = a self-assessment
evidence-self-declared = the city’s own word
evidence-verified = verified by the secretariat
evidence-practice = a practice with a documented result
evidence-practice-described = a practice that is described
evidence-award = an award
evidence-good-indicator = a good indicator
evidence-offer = offered by the city
evidence-hazard = exposure to a hazard

side-learns = learns
side-teaches = teaches

country-BN = Brunei Darussalam
country-ID = Indonesia
country-KH = Cambodia
country-LA = Lao PDR
country-MM = Myanmar
country-MY = Malaysia
country-PH = the Philippines
country-SG = Singapore
country-TH = Thailand
country-TL = Timor-Leste
country-VN = Viet Nam

language-en = English
language-id = Indonesian
language-ms = Malay
language-jv = Javanese
language-su = Sundanese
language-zh = Chinese
language-cmn = Mandarin
language-ta = Tamil
language-th = Thai
language-lo = Lao
language-km = Khmer
language-vi = Vietnamese
language-my = Burmese
language-fil = Filipino
language-tl = Tagalog
language-ceb = Cebuano
language-hil = Hiligaynon
language-ilo = Ilocano
language-tet = Tetum
language-pt = Portuguese
language-fr = French
language-ar = Arabic
language-ja = Japanese
language-ko = Korean
language-es = Spanish

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
