# A second opinion on the power of MaxCombo and of the restricted mean, with code of its own: R, survival and mvtnorm.
#   Rscript methods.R > methods.txt
# 220 patients 1:1 (alternately), arrivals uniform over 12 months, control median 10 months, hazard ratio 1.25 for 3 months and 0.5 from
# then on (crossing hazards), loss at 0.01 a month, look at month 24; one-sided alpha 0.025. The same trial is in
# Analyses/MethodPowerTests.cs.
suppressPackageStartupMessages({ library(survival); library(mvtnorm) })
set.seed(4711)
trials <- 4000; n <- 220; horizon <- 15; alpha <- 0.025

one <- function() {
  arm <- rep(0:1, n / 2)
  entry <- runif(n, 0, 12)
  base <- log(2) / 10
  early <- ifelse(arm == 1, 1.25, 1) * base
  late <- ifelse(arm == 1, 0.5, 1) * base
  h <- rexp(n)
  death <- ifelse(h < 3 * early, h / early, 3 + (h - 3 * early) / late)
  loss <- rexp(n, 0.01)
  end <- pmin(24 - entry, loss)
  data.frame(arm, time = pmin(death, end), status = as.integer(death <= end))
}

# Scores and covariance of the four Fleming-Harrington tests from the counts at each event time.
combo <- function(d) {
  times <- sort(unique(d$time[d$status == 1]))
  s <- 1; score <- numeric(4); v <- matrix(0, 4, 4)
  for (t in times) {
    y <- sum(d$time >= t); y1 <- sum(d$time >= t & d$arm == 1)
    e <- sum(d$time == t & d$status == 1); e1 <- sum(d$time == t & d$status == 1 & d$arm == 1)
    w <- c(1, 1 - s, s, s * (1 - s))
    score <- score + w * (e * y1 / y - e1)
    if (y > 1) v <- v + outer(w, w) * e * (y1 / y) * (1 - y1 / y) * (y - e) / (y - 1)
    s <- s * (1 - e / y)
  }
  z <- score / sqrt(diag(v))
  p <- 1 - pmvnorm(upper = rep(max(z), 4), corr = cov2cor(v), algorithm = GenzBretz(maxpts = 1e5, abseps = 1e-5))
  c(max = p <= alpha, single = z >= qnorm(1 - alpha))
}

# survfit's restricted means and their Greenwood errors.
restricted <- function(d) {
  f <- summary(survfit(Surv(time, status) ~ arm, d), rmean = horizon)$table[, c("rmean", "se(rmean)")]
  (f[2, 1] - f[1, 1]) / sqrt(sum(f[, 2]^2))
}

results <- replicate(trials, { d <- one(); c(combo(d), restricted(d) >= qnorm(1 - alpha), sum(d$status)) })
cat(sprintf("%d trials\n", trials))
names <- c("max_combo", "fh00", "fh01", "fh10", "fh11", "rmst_15mo", "events")
for (i in 1:7) cat(sprintf("%-10s %.5f  se %.5f\n", names[i], mean(results[i, ]), sd(results[i, ]) / sqrt(trials)))

# The same trial without an effect: what the tests reject by chance.
set.seed(99)
alike <- function() {
  arm <- rep(0:1, n / 2)
  entry <- runif(n, 0, 12)
  death <- rexp(n, log(2) / 10)
  end <- pmin(24 - entry, rexp(n, 0.01))
  data.frame(arm, time = pmin(death, end), status = as.integer(death <= end))
}
trials <- 10000
none <- rowMeans(replicate(trials, combo(alike())))
cat(sprintf("%d trials without an effect\n", trials))
for (i in 1:5) cat(sprintf("%-10s %.5f  se %.5f\n", names[i], none[i], sqrt(none[i] * (1 - none[i]) / trials)))
