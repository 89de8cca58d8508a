#!/usr/bin/env python3
"""Measures how long the pages take with many cities and many proposals. Prints figures and judges nothing. Needs Python 3.9 alone.

    tests/benches/pages.py target/release/kembar cities.csv countries.csv [CITIES] [PROPOSALS]

Imports so many rows of the file (10,000 where nothing is said), makes so many proposals over HTTP (5,000), each between a city and the one that
stands half the list further on, and reads every page 20 times one after another, as everybody, as an officer and as an administrator. Times are from
the request to the head of the answer. With DATABASE_URL set to an empty PostgreSQL database it measures there; otherwise on SQLite.
"""
import csv, http.client, itertools, json, os, statistics, subprocess, sys, tempfile, threading, time, urllib.parse, uuid

PASSWORD = "a calm river runs 42"
TIMES = 20


class Caller:
    """One connection, with the key of a session or a token."""

    def __init__(self, address):
        self.address, self.cookie, self.token = address, None, None
        self.connection = http.client.HTTPConnection(address, timeout=120)

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if self.cookie:
            headers["Cookie"] = f"__Host-sid={self.cookie}"
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        begun = time.perf_counter()
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        head = time.perf_counter() - begun
        return answer, answer.read(), head

    def json(self, method, path, body=None):
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())} if body is not None else {}
        answer, text, _ = self.ask(method, path, None if body is None else json.dumps(body), headers)
        if answer.status >= 300:
            raise SystemExit(f"{method} {path}: {answer.status} {text.decode()}")
        return json.loads(text)

    def sign_in(self, email):
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD})
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
        answer, text, _ = self.ask("POST", "/sign-in", form, headers)
        if answer.status != 303:
            raise SystemExit(f"{email} cannot sign in: {answer.status} {text.decode()[:400]}")
        self.cookie = answer.getheader("Set-Cookie").split(";")[0].split("=", 1)[1]


def cut(source, target, rows):
    with open(source, newline="") as read, open(target, "w", newline="") as written:
        csv.writer(written).writerows(itertools.islice(csv.reader(read), rows + 1))


def propose(address, token, pairs, refused):
    caller = Caller(address)
    caller.token = token
    for city, partner in pairs:
        body = {"kind": "sister_city", "city": city, "partner": partner, "override_reason": "to be measured"}
        headers = {"Content-Type": "application/json", "Idempotency-Key": str(uuid.uuid4())}
        answer, text, _ = caller.ask("POST", "/api/v1/proposals", json.dumps(body), headers)
        if answer.status != 201:
            refused.append((answer.status, text.decode()))


def measure(who, caller, paths):
    for path in paths:
        heads, size, status = [], 0, 0
        for _ in range(TIMES):
            answer, text, head = caller.ask("GET", path, headers={"Accept": "text/html"})
            heads.append(1000 * head)
            size, status = len(text), answer.status
        print(f"{who:9} {path[:58]:58} {status:3} {heads[0]:8.1f} {statistics.median(heads):8.1f} {max(heads[1:]):8.1f} {size / 1024:8.1f}")


def main():
    if len(sys.argv) < 4:
        raise SystemExit(__doc__)
    program, cities, countries = map(os.path.realpath, sys.argv[1:4])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 10_000
    proposals = int(sys.argv[5]) if len(sys.argv) > 5 else 5_000
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        environment = {"KEMBAR_LOG": "warn", "DATABASE_URL": f"{folder}/kembar.db", "KEMBAR_KEYS_DIR": f"{folder}/keys", **os.environ}
        run = lambda *arguments, said=None: subprocess.run([program, *arguments], env=environment, input=said, text=True, check=True, stdout=subprocess.DEVNULL)
        cut(cities, "cities.csv", count)
        run("migrate")
        run("import", "countries", countries)
        run("import", "cities", "cities.csv")
        for role in ["officer", "admin"]:
            run("user", "add", f"{role}@kembar.example", "--name", role, "--role", role, "--password-stdin", said=PASSWORD + "\n")
        limits = ["--rate-address", "1000000", "--rate-person", "1000000"]
        server = subprocess.Popen([program, "serve", "--listen", "127.0.0.1:0", *limits], env=environment, text=True, stdout=subprocess.PIPE)
        try:
            measured(server.stdout.readline().strip().removeprefix("http://"), proposals)
        finally:
            server.terminate()
            server.wait()


def measured(address, proposals):
    officer = Caller(address)
    officer.token = officer.json("POST", "/api/v1/auth/login", {"email": "officer@kembar.example", "password": PASSWORD})["access_token"]
    slugs, cursor = [], ""
    while True:
        page = officer.json("GET", f"/api/v1/cities?limit=100{cursor}")
        slugs += [city["slug"] for city in page["items"]]
        if not page.get("next_cursor"):
            break
        cursor = "&cursor=" + page["next_cursor"]
    half = len(slugs) // 2
    pairs = [(slugs[n % half], slugs[(n + n // half) % half + half]) for n in range(proposals)]
    begun, refused = time.perf_counter(), []
    hands = [threading.Thread(target=propose, args=(address, officer.token, pairs[n::2], refused)) for n in range(2)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    # The server has closed what was idle meanwhile.
    officer.connection.close()
    made = proposals - len(refused)
    print(f"{len(slugs)} cities; {made} proposals made in {time.perf_counter() - begun:.0f} s, {len(refused)} refused{': ' + refused[0][1][:200] if refused else ''}")
    one = officer.json("GET", "/api/v1/proposals?limit=1")["items"][0]["id"]
    print(f"{'':9} {'page':58} {'':3} {'first':>8} {'median':>8} {'slowest':>8} {'KiB':>8}    milliseconds to the head of the answer")
    slug = slugs[0]
    measure("everybody", Caller(address), ["/", "/cities", "/cities?q=san", "/cities?country=ID", f"/cities/{slug}", "/partnerships", "/practices", "/about-data"])
    desk = Caller(address)
    desk.sign_in("officer@kembar.example")
    measure("officer", desk, [
        "/desk", "/desk/proposals", "/desk/proposals?state=all", "/desk/proposals?q=san", f"/desk/proposals/{one}",
        f"/desk/explain?city={slugs[0]}&partner={slugs[half]}&kind=sister_city", "/desk/requests", "/desk/rounds", "/desk/cities", "/desk/models", "/desk/import", "/desk/clusters",
    ])
    admin = Caller(address)
    admin.sign_in("admin@kembar.example")
    measure("admin", admin, ["/admin/users", "/admin/audit", "/account"])


main()
