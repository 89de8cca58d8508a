//! The brake, from the side of an owner and of an attacker.

use super::*;

const ANA: &str = "ana@cebu.gov.ph";

fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_795_305_600 + seconds, 0).unwrap()
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn office() -> IpAddr {
    ip("203.0.113.7")
}

fn throttle() -> Throttle {
    Throttle::new(ThrottlePolicy::default())
}

/// A stranger's address, another for each number.
fn stranger(number: u32) -> IpAddr {
    std::net::Ipv4Addr::from_bits(0x0A00_0000 + number).into()
}

/// Attempts with a wrong password, and how many of them were let through.
fn let_through(throttle: &mut Throttle, account: &str, tries: impl IntoIterator<Item = (IpAddr, i64)>) -> usize {
    tries.into_iter().filter(|(client, second)| throttle.begin(account, *client, at(*second)).is_ok()).count()
}

fn sign_in(throttle: &mut Throttle, account: &str, client: IpAddr, second: i64) {
    let attempt = throttle.begin(account, client, at(second)).unwrap();
    throttle.succeeded(attempt, at(second));
}

#[test]
fn of_a_thousand_wrong_passwords_at_once_ten_are_compared() {
    assert_eq!(let_through(&mut throttle(), ANA, (0..1_000).map(|_| (office(), 0))), 10);
    assert_eq!(let_through(&mut throttle(), ANA, (0..1_000).map(|i| (stranger(i), 0))), 10, "from a thousand addresses");
}

#[test]
fn an_attacker_who_never_rests_gets_about_a_hundred_guesses_a_day() {
    let tries = (0..86_400).map(|second| (stranger(u32::try_from(second).unwrap()), second));
    let guesses = let_through(&mut throttle(), ANA, tries);
    assert!((100..=120).contains(&guesses), "{guesses}");
}

#[test]
fn waits_double_and_asking_while_waiting_does_not_lengthen_them() {
    let mut throttle = throttle();
    let_through(&mut throttle, ANA, (0..10).map(|_| (office(), 0)));
    let mut second = 0;
    for wait in [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900] {
        assert_eq!(throttle.begin(ANA, office(), at(second)).unwrap_err().seconds(), wait);
        assert_eq!(throttle.begin(ANA, office(), at(second + wait as i64 - 1)).unwrap_err().seconds(), 1);
        second += wait as i64;
        assert!(throttle.begin(ANA, office(), at(second)).is_ok(), "after {wait} seconds");
    }
}

#[test]
fn an_owner_on_a_familiar_network_signs_in_during_an_attack_from_elsewhere() {
    let mut throttle = throttle();
    sign_in(&mut throttle, ANA, office(), 0);
    let mut guesses = 0;
    for second in 1..5_000 {
        guesses += let_through(&mut throttle, ANA, [(stranger(u32::try_from(second).unwrap()), second)]);
        if second % 500 == 0 {
            sign_in(&mut throttle, ANA, office(), second);
        }
    }
    assert!(guesses <= 25, "and the owner's nine sign-ins give the attacker no new guesses: {guesses}");
}

#[test]
fn an_owner_on_a_new_network_waits_at_most_fifteen_minutes_after_the_attack_ends() {
    let mut throttle = throttle();
    let_through(&mut throttle, ANA, (0..40_000).map(|second| (stranger(1), second)));
    let wait = throttle.begin(ANA, office(), at(40_000)).unwrap_err();
    assert!(wait.0 <= Duration::from_secs(900), "{wait}");
    sign_in(&mut throttle, ANA, office(), 40_900);
    sign_in(&mut throttle, ANA, ip("198.51.100.1"), 40_901);
}

#[test]
fn failures_on_a_familiar_network_are_braked_too() {
    let mut throttle = throttle();
    sign_in(&mut throttle, ANA, office(), 0);
    assert_eq!(let_through(&mut throttle, ANA, (0..1_000).map(|_| (office(), 1))), 10);
    assert_eq!(throttle.begin(ANA, office(), at(1)).unwrap_err().seconds(), 1);
}

#[test]
fn success_forgets_the_owner_s_own_failures() {
    let mut throttle = throttle();
    for day in 0..3 {
        assert_eq!(let_through(&mut throttle, ANA, (0..9).map(|_| (office(), day))), 9);
        sign_in(&mut throttle, ANA, office(), day);
    }
}

#[test]
fn one_client_cannot_try_all_accounts() {
    let mut throttle = throttle();
    let compared = (0..1_000).filter(|i| throttle.begin(&format!("user{i}@cebu.gov.ph"), office(), at(0)).is_ok()).count();
    assert_eq!(compared, 30);
    assert!(throttle.begin("someone@else", ip("198.51.100.1"), at(0)).is_ok(), "another client may");
}

#[test]
fn own_sign_ins_do_not_buy_guesses_at_other_accounts() {
    let mut throttle = throttle();
    let mut compared = 0;
    for i in 0..200 {
        sign_in(&mut throttle, "own@evil.example", office(), 0);
        compared += usize::from(throttle.begin(&format!("user{i}@cebu.gov.ph"), office(), at(0)).is_ok());
    }
    assert_eq!(compared, 30);
}

#[test]
fn an_office_of_a_hundred_people_signs_in_at_nine() {
    let mut throttle = throttle();
    (0..100).for_each(|i| sign_in(&mut throttle, &format!("user{i}@cebu.gov.ph"), office(), i));
}

#[test]
fn a_cancelled_attempt_counts_neither_way() {
    let mut throttle = throttle();
    for second in 0..100 {
        let attempt = throttle.begin(ANA, office(), at(second)).unwrap();
        throttle.cancelled(attempt, at(second));
    }
    sign_in(&mut throttle, ANA, office(), 100);
    for second in 101..200 {
        let attempt = throttle.begin(ANA, office(), at(second)).unwrap();
        throttle.cancelled(attempt, at(second));
    }
    assert_eq!(let_through(&mut throttle, ANA, (0..100).map(|_| (office(), 200))), 10);
}

#[test]
fn taking_one_attempt_back_keeps_the_failures_that_came_after_it() {
    let mut throttle = throttle();
    let first = throttle.begin(ANA, stranger(1), at(0)).unwrap();
    assert_eq!(let_through(&mut throttle, ANA, (0..9).map(|_| (stranger(1), 0))), 9);
    throttle.cancelled(first, at(0));
    assert_eq!(let_through(&mut throttle, ANA, (0..9).map(|_| (stranger(1), 0))), 1);
}

#[test]
fn after_a_day_of_rest_failures_are_forgotten() {
    let mut throttle = throttle();
    sign_in(&mut throttle, ANA, office(), 0);
    for client in [office(), stranger(1)] {
        assert_eq!(let_through(&mut throttle, ANA, (0..50).map(|_| (client, 1))), 10);
        assert_eq!(let_through(&mut throttle, ANA, (0..50).map(|_| (client, 86_401))), 10, "{client}");
    }
}

#[test]
fn an_administrator_can_release_an_account() {
    let mut throttle = throttle();
    let_through(&mut throttle, ANA, (0..10).map(|i| (stranger(i), 0)));
    assert!(throttle.begin(ANA, office(), at(0)).is_err());
    throttle.release(ANA);
    assert!(throttle.begin(ANA, office(), at(0)).is_ok());
}

#[test]
fn one_account_is_one_account_however_it_is_written() {
    let mut throttle = throttle();
    let spellings = ["ana@cebu.gov.ph", "ANA@CEBU.GOV.PH", " ana@cebu.gov.ph ", "ａｎａ@cebu.gov.ph"];
    let compared = (0..40).filter(|i| throttle.begin(spellings[i % 4], stranger(u32::try_from(*i).unwrap()), at(0)).is_ok()).count();
    assert_eq!(compared, 10);
}

#[test]
fn one_household_s_addresses_are_one_client() {
    assert_eq!(Network::of(ip("2001:db8:1:2::1")), Network::of(ip("2001:db8:1:2:ffff::9")));
    assert_ne!(Network::of(ip("2001:db8:1:2::1")), Network::of(ip("2001:db8:1:3::1")));
    assert_eq!(Network::of(ip("::ffff:203.0.113.7")), Network::of(office()), "an IPv4 address in IPv6 clothes");
    assert_ne!(Network::of(ip("203.0.113.8")), Network::of(office()));
}

#[test]
fn a_clock_that_is_set_back_does_not_lengthen_a_wait() {
    let mut throttle = throttle();
    let_through(&mut throttle, ANA, (0..10).map(|_| (office(), 0)));
    assert_eq!(throttle.begin(ANA, office(), at(-3_600)).unwrap_err().seconds(), 1);
}

#[test]
fn memory_stays_bounded_under_a_flood_and_the_attacked_account_stays_braked() {
    let mut throttle = Throttle::new(ThrottlePolicy { capacity: 100, ..ThrottlePolicy::default() });
    let_through(&mut throttle, ANA, (0..10).map(|i| (stranger(i), 0)));
    for i in 0..5_000 {
        let attempt = throttle.begin(&format!("user{i}@flood.example"), stranger(1_000 + i), at(0)).unwrap();
        if i % 2 == 0 {
            throttle.succeeded(attempt, at(0));
        }
    }
    assert!([throttle.accounts.len(), throttle.clients.len(), throttle.familiar.len()].iter().all(|len| *len <= 100));
    assert!(throttle.begin(ANA, office(), at(0)).is_err());
}

#[test]
fn a_wait_is_told_in_whole_seconds_rounded_up() {
    let told = [0, 1, 1_000, 1_001, 900_000].map(|millis| RetryAfter(Duration::from_millis(millis)).seconds());
    assert_eq!(told, [1, 1, 1, 2, 900]);
    assert_eq!(RetryAfter(Duration::from_secs(4)).to_string(), "too many failed sign-ins: try again in 4 seconds");
}
