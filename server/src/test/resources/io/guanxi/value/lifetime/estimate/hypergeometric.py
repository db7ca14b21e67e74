"""Writes hypergeometric.csv: the formulas of the papers with the 2F1 of mpmath, which HypergeometricTest holds ours against.

    python3 hypergeometric.py > hypergeometric.csv        # mpmath 1.3.0
"""
import random

import mpmath as mp

random.seed(20261130)
FITTED = {  # CDNOW as published, and what the benchmark draws from
    'bg': [(0.2426, 4.4136, 0.7929, 2.4259), (0.9, 30.0, 0.9, 3.0)],
    'pareto': [(0.553, 10.578, 0.606, 11.669), (0.9, 30.0, 0.8, 40.0)],
}


def spread(low, high):
    return float('%.6g' % (low * (high / low) ** random.random()))


def parameters(kind, near):
    if near:
        return tuple(float('%.6g' % (p * 2 ** random.uniform(-1, 1))) for p in random.choice(FITTED[kind]))
    one = 1 + spread(1e-9, 1e-3) if random.random() < 0.1 else spread(0.005, 400)
    r, alpha = spread(0.01, 60), spread(0.1, 1000)
    while r / alpha > 7:  # all orders of a day are one: nobody comes back more often than daily
        r, alpha = spread(0.01, 60), spread(0.1, 1000)
    return r, alpha, one, spread(0.01, 5000)


def bg(r, alpha, a, b, x, age, t):
    r, alpha, a, b, age, t = map(mp.mpf, (r, alpha, a, b, age, t))
    f = mp.hyp2f1(r + x, b + x, a + b + x - 1, t / (alpha + age + t))
    return (a + b + x - 1) / (a - 1) * (1 - ((alpha + age) / (alpha + age + t)) ** (r + x) * f)


def pareto(r, alpha, s, beta, x, age):
    r, alpha, s, beta, age = map(mp.mpf, (r, alpha, s, beta, age))
    whole = r + s + x
    if alpha >= beta:
        f = mp.hyp2f1(whole, s + 1, whole + 1, (alpha - beta) / (alpha + age))
        return mp.log(s / whole * f) - whole * mp.log(alpha + age)
    f = mp.hyp2f1(whole, r + x, whole + 1, (beta - alpha) / (beta + age))
    return mp.log(s / whole * f) - whole * mp.log(beta + age)


def sure(compute):
    """Twice the digits must say the same."""
    mp.mp.dps = 60
    once = compute()
    mp.mp.dps = 120
    again = compute()
    assert mp.almosteq(once, again, rel_eps=mp.mpf(10) ** -25), (once, again)
    return mp.nstr(again, 20)


print('what,r,alpha,one,other,repeats,age_days,ahead_days,value')
for kind in ('ahead', 'since', 'departure'):
    for n in range(1000):
        p = parameters('pareto' if kind == 'departure' else 'bg', n < 300)
        x = 0 if kind == 'since' or random.random() < 0.25 else int(spread(1, 400))
        days = 0 if kind == 'since' else random.randrange(3650)
        ahead = 0 if kind == 'departure' else random.choice((1, 30, 90, 182, 365))
        value = sure((lambda: pareto(*p, x, mp.mpf(days) / 7)) if kind == 'departure' else (lambda: bg(*p, x, mp.mpf(days) / 7, mp.mpf(ahead) / 7)))
        print(','.join(map(str, (kind, *p, x, days, ahead, value))))
