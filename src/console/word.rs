//! The list of everything the pages say, so that a word that no catalogue has is an error of the compiler.
//!
//! Knows no language: the texts are in `catalogues/`. A test holds that the list and every catalogue name the same words with the
//! same parts, and that none of them goes unused.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident = $key:literal [$($part:literal),*],)+) => {
        /// Something that a page says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[expect(missing_docs, reason = "the text itself, in catalogues/en.ftl, says what each one means")]
        pub enum Word { $($name,)+ }

        impl Word {
            /// Every word, in the order of the catalogues.
            pub const ALL: &'static [Word] = &[$(Word::$name,)+];

            /// Its name in the catalogues.
            pub fn key(self) -> &'static str {
                match self { $(Word::$name => $key,)+ }
            }

            /// The parts that the caller must give, in the order in which the English text uses them.
            pub fn parts(self) -> &'static [&'static str] {
                match self { $(Word::$name => &[$($part),*],)+ }
            }

            /// Its name in code.
            #[cfg(test)]
            pub(super) fn name(self) -> &'static str {
                match self { $(Word::$name => stringify!($name),)+ }
            }
        }
    };
}

words! {
    // Every page.
    SiteName = "site-name" [],
    SitePurpose = "site-purpose" [],
    SkipToContent = "skip-to-content" [],
    NavLabel = "nav-label" [],
    NavCities = "nav-cities" [],
    NavAboutData = "nav-about-data" [],
    NavDevelopers = "nav-developers" [],
    LanguageLabel = "language-label" [],
    DemoNotice = "demo-notice" [],
    FooterWhat = "footer-what" [],
    FooterData = "footer-data" [],
    FooterApi = "footer-api" [],
    FooterOpenData = "footer-open-data" [],
    NotKnown = "not-known" [],
    Unverified = "unverified" [],
    UnverifiedTitle = "unverified-title" [],
    SourceLabel = "source-label" [],
    SourceNone = "source-none" [],
    InYear = "in-year" ["year"],
    CountCities = "count-cities" ["count", "shown"],
    DateLong = "date-long" ["day", "month", "year"],
    // Names of codes.
    PillarName = "pillar-name" ["code"],
    CountryName = "country-name" ["code", "name"],
    LevelName = "level-name" ["code"],
    LanguageName = "language-name" ["code"],
    HazardName = "hazard-name" ["code"],
    HazardLevel = "hazard-level" ["level"],
    HazardScore = "hazard-score" ["level"],
    KindName = "kind-name" ["code"],
    // Home.
    HomeTitle = "home-title" [],
    HomeHeading = "home-heading" [],
    HomeLead = "home-lead" [],
    SearchLabel = "search-label" [],
    SearchButton = "search-button" [],
    SearchAll = "search-all" ["shown"],
    HomeCountries = "home-countries" [],
    HomeThemes = "home-themes" [],
    HomeThemesNote = "home-themes-note" [],
    HomePartnerships = "home-partnerships" [],
    HomePartnershipsNone = "home-partnerships-none" [],
    HomePartnershipsNoneWhy = "home-partnerships-none-why" [],
    HomeHow = "home-how" [],
    HomeHowAsk = "home-how-ask" [],
    HomeHowAskText = "home-how-ask-text" [],
    HomeHowPropose = "home-how-propose" [],
    HomeHowProposeText = "home-how-propose-text" [],
    HomeHowReview = "home-how-review" [],
    HomeHowReviewText = "home-how-review-text" [],
    HomeHowAgree = "home-how-agree" [],
    HomeHowAgreeText = "home-how-agree-text" [],
    HomeFor = "home-for" [],
    HomeForCities = "home-for-cities" [],
    HomeForCitiesText = "home-for-cities-text" [],
    HomeForCitiesLink = "home-for-cities-link" [],
    HomeForPortals = "home-for-portals" [],
    HomeForPortalsText = "home-for-portals-text" [],
    HomeForPortalsLink = "home-for-portals-link" [],
    HomeForDevelopers = "home-for-developers" [],
    HomeForDevelopersText = "home-for-developers-text" [],
    HomeForDevelopersDocs = "home-for-developers-docs" [],
    HomeForDevelopersOpenapi = "home-for-developers-openapi" [],
    // Partnerships.
    PartnershipLearns = "partnership-learns" ["first", "second"],
    PartnershipEqual = "partnership-equal" ["first", "second"],
    PartnershipAbout = "partnership-about" ["theme"],
    PartnershipSince = "partnership-since" ["date"],
    PartnershipWhy = "partnership-why" [],
    // Directory.
    ListTitle = "list-title" [],
    ListHeading = "list-heading" [],
    ListNone = "list-none" [],
    ListNoneWhat = "list-none-what" [],
    ListClear = "list-clear" [],
    ListFilter = "list-filter" [],
    ListCountry = "list-country" [],
    ListNetwork = "list-network" [],
    ListTheme = "list-theme" [],
    ListAny = "list-any" [],
    ListApply = "list-apply" [],
    ListRemove = "list-remove" [],
    ListNameFilter = "list-name-filter" ["name"],
    ListOffers = "list-offers" [],
    ListSeeks = "list-seeks" [],
    ListNothingKnown = "list-nothing-known" [],
    ListEnded = "list-ended" [],
    ListNext = "list-next" [],
    ListFirst = "list-first" [],
    ListMoreThemes = "list-more-themes" ["count", "shown"],
    ListPeople = "list-people" ["shown"],
    // A city.
    CityTitle = "city-title" ["name", "country"],
    CityLeadBoth = "city-lead-both" ["name", "offer", "count", "seek"],
    CityLeadOffer = "city-lead-offer" ["name", "offer"],
    CityLeadSeek = "city-lead-seek" ["name", "count", "seek"],
    CityLeadNone = "city-lead-none" ["name"],
    CityDissolved = "city-dissolved" ["name"],
    CityDissolvedOn = "city-dissolved-on" ["date"],
    CityDissolvedKept = "city-dissolved-kept" [],
    CityDissolvedSuccessor = "city-dissolved-successor" [],
    CityDissolvedNoSuccessor = "city-dissolved-no-successor" [],
    CitySuspended = "city-suspended" ["name"],
    CitySuspendedWhat = "city-suspended-what" [],
    CityFacts = "city-facts" [],
    CityOnThisPage = "city-on-this-page" [],
    CityCountry = "city-country" [],
    CityLevel = "city-level" [],
    CityPopulation = "city-population" [],
    CityLanguages = "city-languages" [],
    CityTimeZone = "city-time-zone" [],
    CityNetworks = "city-networks" [],
    CityPartOf = "city-part-of" [],
    CityOffers = "city-offers" [],
    CityOffersNone = "city-offers-none" [],
    CityResult = "city-result" [],
    CityResultNone = "city-result-none" [],
    CityYearUnknown = "city-year-unknown" [],
    CitySeeks = "city-seeks" [],
    CitySeeksNone = "city-seeks-none" [],
    CityPartnerships = "city-partnerships" [],
    CityPartnershipsNone = "city-partnerships-none" [],
    CityTies = "city-ties" [],
    CityTiesNote = "city-ties-note" [],
    CityTiesNone = "city-ties-none" [],
    CityTiesWith = "city-ties-with" [],
    CityTiesKind = "city-ties-kind" [],
    CityTiesSince = "city-ties-since" [],
    CitySource = "city-source" [],
    CityReviews = "city-reviews" [],
    CityReviewsNone = "city-reviews-none" [],
    CityReviewSdgs = "city-review-sdgs" ["list"],
    CityIndicators = "city-indicators" [],
    CityIndicatorsNone = "city-indicators-none" [],
    CityIndicatorsNote = "city-indicators-note" [],
    CityIndicator = "city-indicator" [],
    CityValue = "city-value" [],
    CityYear = "city-year" [],
    CityCountryValue = "city-country-value" ["country"],
    CityHazards = "city-hazards" [],
    CityHazardsNote = "city-hazards-note" [],
    CityHazardsNone = "city-hazards-none" [],
    CityHazard = "city-hazard" [],
    CityHazardScore = "city-hazard-score" [],
    CityReach = "city-reach" [],
    CityOffice = "city-office" [],
    CityWebsite = "city-website" [],
    CityEmail = "city-email" [],
    CityPhone = "city-phone" [],
    CityReachNone = "city-reach-none" [],
    CityAsData = "city-as-data" [],
    CityCorrect = "city-correct" [],
    // About the data.
    DataTitle = "data-title" [],
    DataHeading = "data-heading" [],
    DataLead = "data-lead" [],
    DataCovers = "data-covers" ["cities", "countries"],
    DataMemory = "data-memory" ["shown", "total"],
    DataUnverified = "data-unverified" [],
    DataUnverifiedText = "data-unverified-text" [],
    DataDerived = "data-derived" [],
    DataDerivedText = "data-derived-text" [],
    DataCountry = "data-country" [],
    DataCountryText = "data-country-text" [],
    DataJudged = "data-judged" [],
    DataJudgedText = "data-judged-text" [],
    DataMissing = "data-missing" [],
    DataMissingText = "data-missing-text" [],
    DataEnded = "data-ended" [],
    DataEndedText = "data-ended-text" [],
    DataSources = "data-sources" [],
    DataSource = "data-source" [],
    DataUsedFor = "data-used-for" [],
    DataLicence = "data-licence" [],
    DataUse = "data-use" ["code"],
    DataEachRow = "data-each-row" [],
    DataLicenceEach = "data-licence-each" [],
    // When something is wrong.
    ErrorNotFound = "error-not-found" [],
    ErrorNotFoundWhat = "error-not-found-what" [],
    ErrorBadRequest = "error-bad-request" [],
    ErrorBadRequestWhat = "error-bad-request-what" [],
    ErrorTooMany = "error-too-many" [],
    ErrorTooManyWhat = "error-too-many-what" [],
    ErrorUnavailable = "error-unavailable" [],
    ErrorUnavailableWhat = "error-unavailable-what" [],
    ErrorInternal = "error-internal" [],
    ErrorInternalWhat = "error-internal-what" [],
    ErrorToHome = "error-to-home" [],
    ErrorToCities = "error-to-cities" [],
}
