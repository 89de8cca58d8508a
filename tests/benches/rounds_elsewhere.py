#!/usr/bin/env python3
"""The rounds of `rounds.rs`, solved by networkx (blossom, quota 1 without caps) and by HiGHS (mixed-integer programme).

    cargo bench --no-default-features --bench rounds -- 1000 --write FOLDER
    python3 -m venv venv && venv/bin/pip install networkx highspy
    venv/bin/python tests/benches/rounds_elsewhere.py FOLDER [LIMIT_IN_SECONDS]

Coverage before score, as there: networkx by maximum cardinality, HiGHS by a first programme for coverage and a second one that holds it. Times
are of the solver alone, without reading the file and building the model. Prints a table; judges nothing but that optima are equal.
"""

import json
import pathlib
import sys
import time

import highspy
import networkx


def by_networkx(data):
    nodes, edges = data["round"]["nodes"], data["round"]["edges"]
    is_matching = data["round"]["kind"] == "sister_city" and all(node.get("max") == 1 for node in nodes)
    if not is_matching or data["round"].get("country_pair_cap") is not None:
        return None
    graph = networkx.Graph()
    graph.add_weighted_edges_from((edge["a"], edge["b"], edge["score"]) for edge in edges)
    start = time.perf_counter()
    chosen = networkx.max_weight_matching(graph, maxcardinality=True)
    seconds = time.perf_counter() - start
    return 2 * len(chosen), sum(graph[a][b]["weight"] for a, b in chosen), seconds, "optimal"


def by_highs(data, limit):
    nodes, edges = data["round"]["nodes"], data["round"]["edges"]
    number = {node["id"]: at for at, node in enumerate(nodes)}
    ends = [(number[edge["a"]], number[edge["b"]]) for edge in edges]
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("threads", 1)
    pairs = solver.addBinaries(len(edges))
    covered = solver.addBinaries(len(nodes))
    near = [[] for _ in nodes]
    learning, teaching = [[] for _ in nodes], [[] for _ in nodes]
    for pair, (a, b) in zip(pairs, ends):
        near[a].append(pair), near[b].append(pair)
        learning[a].append(pair), teaching[b].append(pair)
    for at, node in enumerate(nodes):
        solver.addConstr(sum(near[at], start=0 * covered[at]) >= covered[at])
        for limited, most in ((near, "max"), (learning, "learn_max"), (teaching, "mentor_max")):
            if node.get(most) is not None and limited[at]:
                solver.addConstr(sum(limited[at]) <= node[most])
    cap = data["round"].get("country_pair_cap")
    if cap is not None:
        together = {}
        for pair, (a, b) in zip(pairs, ends):
            together.setdefault(tuple(sorted((nodes[a]["country"], nodes[b]["country"]))), []).append(pair)
        for members in together.values():
            solver.addConstr(sum(members) <= cap)
    start = time.perf_counter()
    solver.setOptionValue("time_limit", limit)
    solver.maximize(sum(covered))
    most = round(solver.getObjectiveValue())
    first = solver.getModelStatus()
    solver.addConstr(sum(covered) >= most)
    solver.setOptionValue("time_limit", limit + solver.getRunTime())
    solver.maximize(sum(edge["score"] * pair for edge, pair in zip(edges, pairs)))
    seconds = time.perf_counter() - start
    both = (first, solver.getModelStatus())
    is_optimal = all(status == highspy.HighsModelStatus.kOptimal for status in both)
    return most, solver.getObjectiveValue(), seconds, "optimal" if is_optimal else "not proved"


def main():
    folder = pathlib.Path(sys.argv[1])
    limit = float(sys.argv[2]) if len(sys.argv) > 2 else 120.0
    print(f"{'round':48} {'here':>20} {'networkx':>20} {'HiGHS ' + highspy.Highs().version():>24}")
    for file in sorted(folder.glob("*.json")):
        data = json.loads(file.read_text())
        here = (data["covered"], data["score"], data["seconds"], data["status"])
        answers = [here, by_networkx(data), by_highs(data, limit)]
        shown = [f"{answer[2]:.2f} s {answer[3]}" if answer else "-" for answer in answers]
        print(f"{file.stem:48} {shown[0]:>20} {shown[1]:>20} {shown[2]:>24}", flush=True)
        proved = [answer for answer in answers if answer and answer[3] == "optimal"]
        for answer in proved[1:]:
            same = answer[0] == proved[0][0] and abs(answer[1] - proved[0][1]) < 1e-3
            assert same, f"{file.name}: optima differ: {proved}"


main()
