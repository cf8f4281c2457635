# The true values of the validation tests that have no closed form, by a simulation that shares nothing with TrialSim.
# Run: Rscript simulate.R > simulate.txt (R 4.2.2, survival 3.5-3; about three minutes). Each line: name, estimate, Monte Carlo standard error.
# Times in months. A matrix has one column a replicate; the rank statistics of all columns are computed at once and compared with survival's.
suppressMessages(library(survival))
set.seed(20261121)
z975 <- qnorm(.975)

share <- function(name, hits) cat(sprintf("%-40s %.6f %.6f\n", name, mean(hits), sqrt(mean(hits) * (1 - mean(hits)) / length(hits))))
average <- function(name, x) cat(sprintf("%-40s %.6f %.6f\n", name, mean(x), sd(x) / sqrt(length(x))))
spread <- function(n, replicates, draw) matrix(draw(n * replicates), n)
arms <- function(sizes, replicates) matrix(rep(c(0, 1), sizes), sum(sizes), replicates)

# Events with the patients at risk, of all replicates: replicate, events (0/1), experimental (0/1), at risk, experimental at risk.
risk <- function(time, event, arm, stratum = 0 * time) {
  replicate <- col(time)
  o <- order(replicate, stratum, -time)
  r <- replicate[o]; s <- stratum[o]; a <- arm[o]
  first <- which(c(TRUE, diff(r) != 0 | diff(s) != 0))
  group <- cumsum(seq_along(r) %in% first)
  total <- cumsum(a)
  at <- seq_along(r) - first[group] + 1
  at1 <- total - c(0, total)[first][group]
  keep <- event[o] == 1
  list(n = ncol(time), r = r[keep], a = a[keep], at = at[keep], at1 = at1[keep], time = time[o][keep])
}
per <- function(table, x) { y <- rowsum(x, table$r, reorder = TRUE); full <- numeric(table$n); full[as.integer(rownames(y))] <- y; full }
logrank <- function(table) {
  p <- table$at1 / table$at
  per(table, p - table$a) / sqrt(per(table, p * (1 - p)))
}
cox <- function(table) {
  beta <- numeric(table$n)
  for (i in 1:12) {
    p <- table$at1 * exp(beta[table$r]); p <- p / (p + table$at - table$at1)
    information <- per(table, p * (1 - p))
    beta <- beta + per(table, table$a - p) / information
  }
  list(beta = beta, se = 1 / sqrt(information))
}
cut <- function(t, lost, arrival, day, most = Inf) {
  end <- pmin(lost, most)
  day <- matrix(day, nrow(t), ncol(t), byrow = TRUE)
  seen <- t <= end & arrival + t <= day
  time <- ifelse(seen, t, pmin(end, day - arrival))
  list(time = ifelse(arrival <= day, time, -1), event = 1 * (seen & arrival <= day))
}
kth <- function(t, lost, arrival, k) {
  calendar <- ifelse(t <= lost, arrival + t, Inf)
  sorted <- matrix(calendar[order(col(t), calendar)], nrow(t))
  sorted[k, ]
}
poisson <- function(n, replicates, perMonth) { g <- spread(n, replicates, rexp) / perMonth; apply(g, 2, cumsum) }
batches <- function(count, f) do.call(rbind, lapply(seq_len(count), function(i) f()))
expOf <- function(median) function(k) rexp(k, log(2) / median)
pexpTime <- function(threshold, start, rate) { # inverse cumulative hazard of a piecewise constant hazard
  reached <- c(0, cumsum(rate[-length(rate)] * diff(start)))
  i <- findInterval(threshold, reached)
  r <- rate[i]
  ifelse(r > 0, start[i] + (threshold - reached[i]) / r, Inf)
}

# The statistics above against survival's.
local({
  t <- spread(40, 6, expOf(10)); a <- arms(c(20, 20), 6); s <- matrix(rbinom(240, 1, .5), 40); e <- matrix(rbinom(240, 1, .7), 40)
  table <- risk(t, e, a); strat <- risk(t, e, a, s); fit <- cox(strat)
  for (j in 1:6) {
    stopifnot(abs(survdiff(Surv(t[, j], e[, j]) ~ a[, j])$chisq - logrank(table)[j]^2) < 1e-8)
    stopifnot(abs(survdiff(Surv(t[, j], e[, j]) ~ a[, j] + strata(s[, j]))$chisq - logrank(strat)[j]^2) < 1e-8)
    m <- coxph(Surv(t[, j], e[, j]) ~ a[, j] + strata(s[, j]))
    stopifnot(abs(coef(m) - fit$beta[j]) < 1e-5, abs(sqrt(vcov(m)) - fit$se[j]) < 1e-5)
  }
})

# F3: 54 and 53 patients, 24 months each.
f3 <- batches(40, function() {
  R <- 5000; a <- arms(c(54, 53), R)
  test <- function(t) logrank(risk(pmin(t, 24), 1 * (t <= 24), a))
  both <- function(control, experimental) rbind(spread(54, R, control), spread(53, R, experimental))
  os <- both(function(k) rweibull(k, 2.235, 18.85), function(k) rweibull(k, 2.235, 23.56))
  months <- seq(0, 16, 2)
  p <- both(function(k) pexpTime(rexp(k), months, c(.12460, .09963, .08355, .06838, .05329, .03804, .02254, .00677, 0)),
            function(k) pexpTime(rexp(k), months, c(.08232, .06633, .05629, .04690, .03761, .02824, .01875, .00910, 0)))
  cbind(test(os), test(pmin(os, p)), test(both(expOf(16), expOf(20))),
        test(both(function(k) rweibull(k, .907, 8.99), function(k) rweibull(k, .907, 14.23))))
})
share("f3 os weibull", abs(f3[, 1]) > z975)
share("f3 pfs of the scenario", abs(f3[, 2]) > z975)
share("f3 os exponential", abs(f3[, 3]) > z975)
share("f3 pfs weibull fit", abs(f3[, 4]) > z975)

# F5: 150 an arm (here exactly; blocks of 3 and 6 differ by at most 2), RFA against TACE on death.
f5 <- batches(20, function() {
  R <- 4000; n <- 300; a <- arms(c(150, 150), R)
  t <- rbind(spread(150, R, expOf(20)), spread(150, R, expOf(20 / .62))); arrival <- spread(n, R, function(k) runif(k, 0, 24))
  lost <- spread(n, R, function(k) rexp(k, -log(.95) / 12))
  d <- cut(t, lost, arrival, 48 - rexp(R, 450 / 24)) # The last of 450 patients comes about 24/450 months before the end.
  cbind(logrank(risk(d$time, d$event, a)))
})
share("f5 rfa os power", abs(f5[, 1]) > z975)

# F10: 300 patients as a Poisson process, 247 deaths, medians 16 and 16/.7.
for (rate in c(5, 8, 10, 15, 20, 30, 60)) {
  R <- 10000; a <- arms(c(1, 1), R)
  arrival <- poisson(300, R, rate); odd <- matrix(rep(c(TRUE, FALSE), 150), 300, R)
  t <- spread(300, R, expOf(16)) / ifelse(odd, 1, .7)
  average(paste("f10 months to 247 deaths at", rate), kth(t, Inf, arrival, 247))
}

# Stratified: C with probability .3 has three times the hazard; 1:1 within strata (blocks of 4), 160 patients, accrual 12, look at 30 months.
stratified <- function(hr, R) {
  n <- 160; s <- matrix(rbinom(n * R, 1, .3), n)
  a <- apply(s, 2, function(x) { y <- x; for (l in 0:1) { m <- sum(x == l); y[x == l] <- as.vector(replicate(ceiling(m / 4), sample(c(0, 0, 1, 1))))[seq_len(m)] }; y })
  t <- spread(n, R, expOf(18)) / (ifelse(s == 1, 3, 1) * ifelse(a == 1, hr, 1))
  d <- cut(t, Inf, spread(n, R, function(k) runif(k, 0, 12)), 30)
  plain <- risk(d$time, d$event, a); strat <- risk(d$time, d$event, a, s)
  c1 <- cox(plain); c2 <- cox(strat)
  cbind(logrank(plain), logrank(strat), c1$beta, c2$beta, abs(c1$beta - log(hr)) <= z975 * c1$se, abs(c2$beta - log(hr)) <= z975 * c2$se, colSums(d$event))
}
for (hr in c(1, .6)) {
  x <- batches(20, function() stratified(hr, 2500))
  share(paste("stratified, log-rank, hr", hr), abs(x[, 1]) > z975)
  share(paste("stratified, stratified log-rank, hr", hr), abs(x[, 2]) > z975)
  average(paste("stratified, log hr, hr", hr), x[, 3])
  average(paste("stratified, stratified log hr, hr", hr), x[, 4])
  share(paste("stratified, cox coverage, hr", hr), x[, 5] == 1)
  share(paste("stratified, stratified cox coverage, hr", hr), x[, 6] == 1)
  average(paste("stratified, events, hr", hr), x[, 7])
}

# Own case: sizes 40 and 120, crossing hazards (1.6 for 5 months, then .5), control median 9, all followed to month 30, accrual 10.
x <- batches(20, function() {
  R <- 4000; l <- log(2) / 9
  t <- rbind(spread(40, R, expOf(9)), spread(120, R, function(k) pexpTime(rexp(k), c(0, 5), l * c(1.6, .5))))
  d <- cut(t, Inf, spread(160, R, function(k) runif(k, 0, 10)), 30); table <- risk(d$time, d$event, arms(c(40, 120), R)); fit <- cox(table)
  cbind(logrank(table), fit$beta, fit$beta / fit$se)
})
share("crossing, log-rank", abs(x[, 1]) > z975)
share("crossing, wald", abs(x[, 3]) > z975)
average("crossing, log hr", x[, 2])
average("crossing, z", x[, 1])

# Own case: milestone difference at 12 months, log-normal (median 10, sigma .9; control) against (14, .9), 90 and 90, loss 10 % a year, look at 24 after accrual of 12.
x <- batches(20, function() {
  R <- 4000; n <- 180
  t <- rbind(spread(90, R, function(k) rlnorm(k, log(10), .9)), spread(90, R, function(k) rlnorm(k, log(14), .9)))
  d <- cut(t, spread(n, R, function(k) rexp(k, -log(.9) / 12)), spread(n, R, function(k) runif(k, 0, 12)), 24)
  km <- function(rows) {
    table <- risk(d$time[rows, ], d$event[rows, ], 0 * d$time[rows, ]); use <- table$time <= 12
    s <- exp(per(table, ifelse(use, log(1 - 1 / table$at), 0)))
    list(s = s, v = s^2 * per(table, ifelse(use, 1 / (table$at * (table$at - 1)), 0)))
  }
  c0 <- km(1:90); c1 <- km(91:180)
  cbind(c1$s - c0$s, (c1$s - c0$s) / sqrt(c0$v + c1$v))
})
average("milestone, difference", x[, 1])
share("milestone, power one-sided .025", x[, 2] > z975)

# Own case: triggers. 200 patients in 16 months (uniform), hazard ln2/12 control, HR .75 (100 and 100). First of 80 events or 20 months; both; 50 control deaths.
x <- batches(10, function() {
  R <- 10000; t <- rbind(spread(100, R, expOf(12)), spread(100, R, expOf(16))); arrival <- spread(200, R, function(k) runif(k, 0, 16))
  lost <- spread(200, R, function(k) rexp(k, .01))
  first <- kth(t, lost, arrival, 80); control <- kth(t[1:100, ], lost[1:100, ], arrival[1:100, ], 50)
  day <- pmin(first, 20); d <- cut(t, lost, arrival, day)
  cbind(day, pmax(first, 20), control, colSums(d$event), colSums(arrival <= matrix(day, 200, R, byrow = TRUE)))
})
average("triggers, first of both", x[, 1])
average("triggers, both", x[, 2])
average("triggers, 50 control deaths", x[, 3])
average("triggers, events at the first", x[, 4])
average("triggers, patients at the first", x[, 5])

# Own case: Cox interval and log-rank, 2:1, median 8 (control), HR .65, 120 patients in 10 months, dropout .02 a month, 70 events.
x <- batches(20, function() {
  R <- 4000; a <- arms(c(40, 80), R); t <- rbind(spread(40, R, expOf(8)), spread(80, R, expOf(8 / .65)))
  arrival <- spread(120, R, function(k) runif(k, 0, 10)); lost <- spread(120, R, function(k) rexp(k, .02))
  day <- kth(t, lost, arrival, 70); d <- cut(t, lost, arrival, pmin(day, 1e6)); table <- risk(d$time, d$event, a); fit <- cox(table)
  cbind(logrank(table), abs(fit$beta - log(.65)) <= z975 * fit$se, fit$beta, day)
})
share("two to one, power", x[, 1] > z975 & is.finite(x[, 4]))
share("two to one, cox coverage", x[, 2] == 1)
average("two to one, log hr", x[, 3])
average("two to one, time", x[is.finite(x[, 4]), 4])
share("two to one, reached", is.finite(x[, 4]))

# Own case: log-rank on time to progression where death before progression censors: progression .08 v .05, death .03 v .06 a month, 100 and 100, 18 months each.
x <- batches(20, function() {
  R <- 4000; p <- rbind(spread(100, R, function(k) rexp(k, .08)), spread(100, R, function(k) rexp(k, .05)))
  d <- rbind(spread(100, R, function(k) rexp(k, .03)), spread(100, R, function(k) rexp(k, .06)))
  table <- risk(pmin(p, d, 18), 1 * (p <= pmin(d, 18)), arms(c(100, 100), R)); fit <- cox(table)
  cbind(logrank(table), fit$beta)
})
share("competing death, log-rank on progression", abs(x[, 1]) > z975)
average("competing death, log hr", x[, 2])

# Coverage of survfit's interval of the median: 61 patients, Weibull 1.4, median 9, uniform censoring on (4, 20).
x <- t(replicate(8000, { t <- rweibull(61, 1.4, 9 / log(2)^(1 / 1.4)); cen <- runif(61, 4, 20)
  m <- summary(survfit(Surv(pmin(t, cen), t <= cen) ~ 1))$table[c("median", "0.95LCL", "0.95UCL")]
  c(m[1], m[2] <= 9 & (is.na(m[3]) | 9 <= m[3])) }))
average("median, mean", x[!is.na(x[, 1]), 1])
share("median, coverage", x[, 2] == 1)

# Own case: waning. Hazard ratio .5 until month 6, .8 from 6 to 15, 1.3 after; control Weibull shape 1.3 median 10; 240 patients in 8 months; look at 26.
x <- batches(20, function() {
  R <- 4000; H <- function(t) log(2) * (t / 10)^1.3; inverse <- function(x) 10 * (x / log(2))^(1 / 1.3)
  experimental <- function(k) { e <- rexp(k); a <- .5 * H(6); b <- a + .8 * (H(15) - H(6))
    inverse(ifelse(e < a, e / .5, ifelse(e < b, H(6) + (e - a) / .8, H(15) + (e - b) / 1.3))) }
  t <- rbind(spread(120, R, function(k) inverse(rexp(k))), spread(120, R, experimental))
  d <- cut(t, Inf, spread(240, R, function(k) runif(k, 0, 8)), 26); table <- risk(d$time, d$event, arms(c(120, 120), R)); fit <- cox(table)
  cbind(logrank(table), fit$beta, colSums(d$event))
})
share("waning, power two-sided .05", abs(x[, 1]) > z975)
average("waning, log hr", x[, 2])
average("waning, events", x[, 3])

# Own case: a strong covariate left out of the model. Biomarker yes with probability .5 has five times the hazard; hazard ratio .5 in each;
# simple allocation 1:1, 200 patients together at day 0, all followed to month 40, baseline median 25.
x <- batches(20, function() {
  R <- 4000; a <- spread(200, R, function(k) rbinom(k, 1, .5)); b <- spread(200, R, function(k) rbinom(k, 1, .5))
  t <- spread(200, R, expOf(25)) / (5^b * .5^a); table <- risk(pmin(t, 40), 1 * (t <= 40), a); strat <- risk(pmin(t, 40), 1 * (t <= 40), a, b)
  f <- cox(table); g <- cox(strat)
  cbind(f$beta, g$beta, abs(f$beta - log(.5)) <= z975 * f$se, abs(g$beta - log(.5)) <= z975 * g$se)
})
average("omitted, log hr without", x[, 1])
average("omitted, log hr stratified", x[, 2])
share("omitted, coverage of the conditional hr without", x[, 3] == 1)
share("omitted, coverage stratified", x[, 4] == 1)

# V18: control median 12, hazard ratio 1 for 4 months and .6 from then on, 180 and 180 patients in 18 months, loss .001 a month, look at 36. Log-rank, plain and with modest
# weights 1 / max(S(t-), S(4)), S of both arms together. A seed of its own, so that the lines above need not be run first.
set.seed(18)
x <- batches(50, function() {
  R <- 4000; l <- log(2) / 12
  late <- function(k) { e <- rexp(k); ifelse(e < 4 * l, e / l, 4 + (e - 4 * l) / (.6 * l)) }
  t <- rbind(spread(180, R, expOf(12)), spread(180, R, late))
  d <- cut(t, spread(360, R, function(k) rexp(k, .001)), spread(360, R, function(k) runif(k, 0, 18)), 36); table <- risk(d$time, d$event, arms(c(180, 180), R))
  step <- ifelse(table$at > 1, log(1 - 1 / table$at), 0); total <- per(table, step) # Where one patient is left, nobody comes after.
  before <- total[table$r] - (cumsum(step) - c(0, cumsum(total))[table$r]) # Rows are in falling order of time.
  w <- 1 / pmax(exp(before), exp(per(table, ifelse(table$time <= 4, step, 0)))[table$r]); p <- table$at1 / table$at
  cbind(logrank(table), per(table, w * (p - table$a)) / sqrt(per(table, w^2 * p * (1 - p))), colSums(d$event))
})
share("v18 log-rank", x[, 1] > z975)
share("v18 modest weights up to 4", x[, 2] > z975)
average("v18 events", x[, 3])

# V14: a pooled t test of 150, 300 and 450 patients an arm against the bounds of gsDesign(), each as the t with the same p. From means and sums of squares of each 150.
set.seed(14)
efficacy <- c(3.0107395, 2.5465306, 1.9992264); futility <- c(-.23872396, .94106735, -Inf)
for (mean in c(.22352, 0)) {
  R <- 8e6; n <- 150; going <- rep(TRUE, R); won <- rep(FALSE, R)
  m <- s <- list(0, 0) # Of the control and the experimental arm so far: means, and sums of squares about them.
  for (k in 1:3) {
    for (a in 1:2) {
      shift <- rnorm(R, c(0, mean)[a], 1 / sqrt(n)) - m[[a]]
      s[[a]] <- s[[a]] + rchisq(R, n - 1) + shift^2 * n * (k - 1) / k
      m[[a]] <- m[[a]] + shift / k
    }
    df <- 2 * k * n - 2
    t <- (m[[2]] - m[[1]]) / sqrt((s[[1]] + s[[2]]) / df * 2 / (k * n))
    rejects <- going & t >= qt(pnorm(efficacy[k]), df); stops <- going & t <= qt(pnorm(futility[k]), df)
    share(sprintf("v14 mean %.5f, rejects at look %d", mean, k), rejects)
    if (k < 3) share(sprintf("v14 mean %.5f, gives up at look %d", mean, k), stops)
    won <- won | rejects; going <- going & !rejects & !stops
  }
  share(sprintf("v14 mean %.5f, power", mean), won)
}
# The first look exactly, by the noncentral t.
average("v14 noncentral t, rejects at look 1", rep(pt(qt(pnorm(3.0107395), 298), 298, .22352 * sqrt(75), lower.tail = FALSE), 2))
