# The true values of the validation tests that are integrals or formulas. Run: Rscript exact.R > exact.txt (R 4.2.2). Times in months.
say <- function(name, ...) cat(sprintf("%-44s %s\n", name, paste(sprintf("%.8f", c(...)), collapse = " ")))
int <- function(f, a, b) integrate(f, a, b, rel.tol = 1e-11, subdivisions = 2000)$value
ln2 <- log(2)
# Share with an event by follow-up u under hazard l and loss h; mean over entry uniform on (0, a), seen at time T, at most m.
seen <- function(u, l, h) l / (l + h) * (1 - exp(-(l + h) * u))
uniform <- function(f, a, T, m = Inf) int(function(e) sapply(pmin(T - e, m), f), 0, a) / a
say("v5 events", 240 * uniform(function(u) seen(u, ln2 / 10, .01), 12, 24))
eta <- -log(.9) / 12
p <- c(uniform(function(u) seen(u, ln2 / 10, eta), 12, 24), uniform(function(u) seen(u, .7 * ln2 / 10, eta), 12, 24))
say("rpact event probabilities c, e, all", p, mean(p))
d1 <- -log(.9) / 24
say("d1 events, lost", 54 * seen(24, ln2 / 16, d1) + 53 * seen(24, ln2 / 20, d1), 54 * seen(24, d1, ln2 / 16) + 53 * seen(24, d1, ln2 / 20))
# Hazard l for c months, then l * r; loss h.
delayed <- function(l, r, c, h) function(u) seen(pmin(u, c), l, h) + ifelse(u > c, exp(-(l + h) * c) * seen(pmax(u - c, 0), l * r, h), 0)
say("v18 events at 36", 180 * (uniform(delayed(ln2 / 12, 1, 4, .001), 18, 36) + uniform(delayed(ln2 / 12, .6, 4, .001), 18, 36)))
# Average hazard ratio: the logarithm averaged over the expected events of both arms, of which those of the first c months have none.
average <- function(l, r, c, h, a, T) { all <- uniform(delayed(l, 1, c, h), a, T) + uniform(delayed(l, r, c, h), a, T); early <- 2 * uniform(function(u) seen(u, l, h), a, T, c); r^(1 - early / all) }
say("v16 average hazard ratio at 36", average(log(2) / 10, .6, 3, .001, 12, 36))
h22 <- -log(.95) / 12
enter <- function(t) ifelse(t < 2, 5, 47)
s22 <- function(l) int(function(e) sapply(18 - e, function(u) seen(u, l, h22)) * 5, 0, 2) + int(function(e) sapply(18 - e, function(u) seen(u, l, h22)) * 47, 2, 2 + 424 / 47)
say("v22 events at 18", (s22(ln2 / 7) + s22(.65 * ln2 / 7)) / 2)
h5 <- -log(.95) / 12
# F5: the last of 450 uniform arrivals is at 24 * 450/451 on average; here at 24 exactly, which is .05 months late.
f5 <- function(l) 150 * uniform(function(u) seen(u, l, h5), 24, 48 - 24 / 451)
say("f5 deaths", f5(ln2 / 20), f5(.62 * ln2 / 20), f5(.95 * ln2 / 20))
# Distributions: S at two times.
w <- function(t, median, shape) exp(-ln2 * (t / median)^shape)
say("weibull median 12 shape 1.5 at 6, 24", w(6, 12, 1.5), w(24, 12, 1.5))
say("cure .3 uncured median 6 at 6, 12", .3 + .7 * .5, .3 + .7 * .25)
g <- function(t, b, k) exp(-b / k * (exp(k * t) - 1))
say("gompertz .03 a month, .04 at 6, 18", g(6, .03, .04), g(18, .03, .04))
say("gompertz falling .12, -.08 at 6, 18, 48", g(6, .12, -.08), g(18, .12, -.08), g(48, .12, -.08))
say("lognormal median 10 sigma .8 at 6, 18", 1 - plnorm(c(6, 18), log(10), .8))
say("loglogistic median 10 shape 1.7 at 6, 18", 1 / (1 + (c(6, 18) / 10)^1.7))
say("piecewise .02 3 .10 9 .04 at 6, 18", exp(-(.06 + .3)), exp(-(.06 + .6 + .36)))
say("delayed 4 then .6 control median 12 at 30", exp(-ln2 / 12 * (4 + .6 * 26)))
say("delayed 3, .5 until 15, then 1, at 6 12 24", { l <- ln2 / 12; exp(-l * c(3 + 1.5, 3 + 4.5, 3 + 6 + 9)) })
# Truncated normal age 62 (9) in 40..80, HR 1.3 per 10 years from 60; baseline median 14; S at 6 and 18.
tn <- function(t) int(function(x) exp(-ln2 / 14 * t * 1.3^((x - 60) / 10)) * dnorm(x, 62, 9), 40, 80) / (pnorm(80, 62, 9) - pnorm(40, 62, 9))
say("truncated normal slope at 6, 18", tn(6), tn(18))
# The same age, HR 2 where age >= 70.
q <- (pnorm(80, 62, 9) - pnorm(70, 62, 9)) / (pnorm(80, 62, 9) - pnorm(40, 62, 9))
say("age at least 70: share, S at 12", q, q * exp(-2 * ln2 / 14 * 12) + (1 - q) * exp(-ln2 / 14 * 12))
# Log-normal marker, median 200, sigma 1.2, at most 2000: HR 1.5 per 500 from 200, Weibull shape 1.3 scale 20.
ln <- function(t) int(function(y) { x <- exp(y); exp(-(t / 20)^1.3 * 1.5^((x - 200) / 500)) * dnorm(y, log(200), 1.2) }, log(1e-4), log(2000)) / pnorm(log(2000), log(200), 1.2)
say("lognormal marker slope at 6, 18", ln(6), ln(18))
# Semi-Markov: progression Weibull shape 1.2 median 6, death before .01 a month, after progression Weibull shape 1.8 median 8 of its own clock.
semi <- function(t) { f <- function(u) 1.2 * ln2 / 6 * (u / 6)^.2 * w(u, 6, 1.2) * exp(-.01 * u) * w(t - u, 8, 1.8); w(t, 6, 1.2) * exp(-.01 * t) + int(f, 0, t) }
say("semi-Markov os at 6, 12, 24", semi(6), semi(12), semi(24))
# One clock: death Weibull shape 1.6 scale 30 from randomisation, times 3 once progressed (.07 a month).
one <- function(t) { H <- function(x) (x / 30)^1.6; exp(-.07 * t - H(t)) + int(function(u) .07 * exp(-.07 * u) * exp(-H(u) - 3 * (H(t) - H(u))), 0, t) }
say("hazard tripled at progression, os at 6, 12, 24", one(6), one(12), one(24))
# Gompertz death (.01, .05), Weibull progression (1.3, median 8), Weibull loss (shape 1.5, 10 % by 12): PFS events; accrual 4 a month x 5, then 12; 2:1:1; at 20 months.
lossH <- function(u) -log(.9) * (u / 12)^1.5
pfs <- function(hr) { S <- function(u) exp(-hr * (ln2 * (u / 8)^1.3 + .01 / .05 * (exp(.05 * u) - 1)))
  h <- function(u) hr * (1.3 * ln2 / 8 * (u / 8)^.3 + .01 * exp(.05 * u))
  byFollowUp <- function(u) int(function(x) h(x) * S(x) * exp(-lossH(x)), 0, u)
  20 * int(function(e) sapply(20 - e, byFollowUp), 0, 5) / 5 + 100 * int(function(e) sapply(20 - e, byFollowUp), 5, 5 + 100 / 12) / (100 / 12) }
say("three arms, pfs events of 60, 30, 30", pfs(1) / 2, pfs(.7) / 4, pfs(1.4) / 4)
# Competing risks .05, .02 a month by 12.
say("competing: CIF, CIF, naive", .05 / .07 * (1 - exp(-.84)), .02 / .07 * (1 - exp(-.84)), 1 - exp(-.6))
# Even accrual: 48 patients, 6 a month, the i-th at (i + 1/2)/6; deaths of median 7 seen at month 12.
say("even accrual, deaths", sum(1 - exp(-ln2 / 7 * (12 - (0:47 + .5) / 6))))
# Order statistics: exponential median 12; mean and sd of the median of 101 and of 100 (mean of the middle two).
l <- ln2 / 12; m <- function(n, k) sum(1 / (n - 0:(k - 1))) / l; v <- function(n, k) sum(1 / (n - 0:(k - 1))^2) / l^2
say("median of 101: mean, sd", m(101, 51), sqrt(v(101, 51)))
say("median of 100: mean, sd", (m(100, 50) + m(100, 51)) / 2, sqrt((3 * v(100, 50) + v(100, 51)) / 4))
# Event share with max_follow_up 9 in the loss of 8 % by 6 months.
hl <- -log(.92) / 6
say("max follow-up 9: death, lost", seen(9, ln2 / 11, hl), seen(9, hl, ln2 / 11))
# V22 with Poisson arrivals: the i-th patient comes at the inverse of the planned number, taken at a gamma(i).
v22p <- function(l) sum(sapply(1:434, function(i) int(function(x) sapply(18 - ifelse(x < 10, x / 5, 2 + (x - 10) / 47), function(u) seen(u, l, h22)) * dgamma(x, i),
  max(0, i - 12 * sqrt(i)), min(i + 12 * sqrt(i), 10 + 16 * 47))))
say("v22 events at 18, Poisson", (v22p(ln2 / 7) + v22p(.65 * ln2 / 7)) / 2)
# Allocation: P(5 of 10 in control) simple; 10 patients in blocks of 8; blocks of 2 or 4 at 6 patients; 10 of 20 with sizes 10 and 10; 2:1 simple, 8 of 12.
say("allocation", dbinom(5, 10, .5), dhyper(1, 4, 4, 2), 5 / 8 + 3 / 8 * 2 / 3, dhyper(5, 10, 10, 10), dbinom(8, 12, 2 / 3))
# 12 patients in two strata of probability .5, blocks of 4 in each: P(6 in control).
strata <- function(n) { r <- n %% 4; x <- dhyper(0:r, 2, 2, r); y <- numeric(13); y[0:r + 2 * (n - r) / 4 + 1] <- x; y }
say("allocation in strata", sum(sapply(0:12, function(k) dbinom(k, 12, .5) * sum(strata(k)[1:7] * rev(strata(12 - k)[1:7])))))
# V6: S_OS(12), correlation, mean of overall survival.
v6 <- function(p, d, q) { a <- p + d; s <- p / a; c(exp(-12 * a) + p / (q - a) * (exp(-12 * a) - exp(-12 * q)), (1 / a) / sqrt(1 / a^2 + s * (2 - s) / q^2), 1 / a + s / q) }
for (h in list(c(.1, .05, .12), c(.11, .03, .1), c(.5, .3, .6), c(.3, .28, .5), c(.075, .024, .09), c(.04, .03, .047))) say("v6", v6(h[1], h[2], h[3]))
say("families at 18: weibull, cured", w(18, 12, 1.5), .3 + .7 / 8)
say("families by quantiles at 6, 18: loglogistic, weibull", { k <- log(3) / log(1.5); 1 / (1 + (c(6, 18) / 16)^k) }, { k <- log(2) / log(1.5); exp(-ln2 * (c(6, 18) / 16)^k) })
say("generalised gamma median 10, sigma .8, q .5, at 6, 18", pgamma(qgamma(.5, 4) * (c(6, 18) / 10)^(.5 / .8), 4, lower.tail = FALSE))
# Own clock after progression (as semi-Markov above), and hazard ratio .5 on death from 8 months after randomisation on.
late <- function(t) { Ha <- function(x) ln2 * (x / 8)^1.8
  before <- function(x) .01 * (pmin(x, 8) + .5 * pmax(x - 8, 0))
  after <- function(u) { early <- Ha(pmax(pmin(8, t) - u, 0)); early + .5 * (Ha(t - u) - early) }
  f <- function(u) 1.2 * ln2 / 6 * (u / 6)^.2 * w(u, 6, 1.2) * exp(-before(u)) * exp(-after(u))
  w(t, 6, 1.2) * exp(-before(t)) + int(f, 0, min(t, 8)) + if (t > 8) int(f, 8, t) else 0 }
say("own clock, .5 from 8, os at 6, 12, 24", late(6), late(12), late(24))
say("cured .3 median 6 under hazard ratio .5 at 6, 12", sqrt(.65), sqrt(.475))
