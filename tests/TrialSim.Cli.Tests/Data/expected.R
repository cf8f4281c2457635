# Writes expected.csv: what R 4.2.2 (survival 3.5-3, cmprsk) gives for the data of AnalyzeAgainstRTests, keyed as analysis.csv is.
library(survival); suppressMessages(library(cmprsk))
ref <- "../../TrialSim.Statistics.Tests/Reference/"
out <- list()
add <- function(data, method, group, measure, time = NA, value = NA, se = NA, lower = NA, upper = NA, statistic = NA, p = NA)
  out[[length(out) + 1]] <<- data.frame(data, method, group, measure, time, value, se, lower, upper, statistic, p)

curves <- function(name, d, at, tau) for (g in levels(d$arm)) {
  s <- survfit(Surv(time, event) ~ 1, d[d$arm == g, ])
  q <- quantile(s, c(.25, .5, .75))
  m <- c("lower_quartile", "median", "upper_quartile")
  inf <- function(x) ifelse(is.na(x), Inf, x)
  for (i in 1:3) add(name, "km", g, m[i], value = inf(q$quantile[[i]]), lower = inf(q$lower[[i]]), upper = inf(q$upper[[i]]))
  add(name, "km", g, "median_follow_up", value = inf(quantile(survfit(Surv(time, 1 - event) ~ 1, d[d$arm == g, ]), .5)$quantile[[1]]))
  for (t in at) { y <- summary(s, times = t); add(name, "km", g, "survival", t, y$surv, y$std.err, y$lower, y$upper) }
  r <- summary(s, rmean = tau)$table
  add(name, "rmst", g, "rmst", tau, r[["rmean"]], r[["se(rmean)"]])
}
parametric <- function(name, d) for (g in levels(d$arm)) {
  e <- d[d$arm == g, ]; w <- survreg(Surv(time, event) ~ 1, e, dist = "weibull", rel.tolerance = 1e-14); x <- survreg(Surv(time, event) ~ 1, e, dist = "exponential", rel.tolerance = 1e-14)
  q <- qnorm(.975); se <- sqrt(diag(vcov(w)))
  add(name, "parametric", g, "weibull_shape", value = 1 / w$scale, se = se[[2]], lower = exp(-log(w$scale) - q * se[[2]]), upper = exp(-log(w$scale) + q * se[[2]]))
  add(name, "parametric", g, "weibull_scale", value = exp(coef(w)[[1]]), se = se[[1]], lower = exp(coef(w)[[1]] - q * se[[1]]), upper = exp(coef(w)[[1]] + q * se[[1]]))
  add(name, "parametric", g, "weibull_log_likelihood", value = w$loglik[2]); add(name, "parametric", g, "weibull_aic", value = AIC(w))
  add(name, "parametric", g, "exponential_rate", value = exp(-coef(x)[[1]])); add(name, "parametric", g, "exponential_log_likelihood", value = x$loglik[2])
}
one_sample <- function(name, d, median) for (g in levels(d$arm)) {
  e <- d[d$arm == g, ]; x <- sum(log(2) / median * e$time); z <- (x - sum(e$event)) / sqrt(x)
  add(name, "one_sample_log_rank", g, "expected_events", value = x); add(name, "one_sample_log_rank", g, "one_sample_log_rank", value = z, statistic = z^2, p = 2 * pnorm(-abs(z)))
}
landmark <- function(name, d, t) {
  d <- d[d$time > t, ]; d$time <- d$time - t; s <- survdiff(Surv(time, event) ~ arm, d)
  add(name, "landmark_log_rank", paste(levels(d$arm)[2], "v", levels(d$arm)[1]), "log_rank", t, statistic = s$chisq, p = pchisq(s$chisq, 1, lower.tail = FALSE))
}
tests <- function(name, d, stratified = FALSE) {
  d <- d[!is.na(d$arm), ]; control <- levels(d$arm)[1]
  one <- function(group, e, measure, f, rho) {
    s <- survdiff(f, e, rho = rho)
    o <- if (is.matrix(s$obs)) rowSums(s$obs) else s$obs; x <- if (is.matrix(s$exp)) rowSums(s$exp) else s$exp
    add(name, "log_rank", group, measure, value = if (length(o) == 2) (x[2] - o[2]) / sqrt(s$var[2, 2]) else NA,
        statistic = s$chisq, p = pchisq(s$chisq, length(o) - 1, lower.tail = FALSE))
  }
  groups <- c(if (nlevels(d$arm) > 2) "all arms", levels(d$arm)[-1])
  for (g in groups) {
    e <- if (g == "all arms") d else droplevels(d[d$arm %in% c(control, g), ])
    group <- if (g == "all arms") g else paste(g, "v", control)
    one(group, e, "log_rank", Surv(time, event) ~ arm, 0)
    one(group, e, "fleming_harrington_1_0", Surv(time, event) ~ arm, 1)
    if (stratified) one(group, e[!is.na(e$strata), ], "log_rank_stratified", Surv(time, event) ~ arm + strata(strata), 0)
  }
}
cox <- function(name, d, f, terms) {
  m <- coxph(f, d); s <- summary(m); b <- s$coefficients; i <- s$conf.int
  for (k in seq_along(terms)) add(name, "cox", terms[k], "hazard_ratio", value = i[k, 1], se = b[k, "se(coef)"], lower = i[k, 3], upper = i[k, 4],
    statistic = b[k, "z"], p = b[k, "Pr(>|z|)"])
  add(name, "cox", "all terms", "likelihood_ratio_test", statistic = s$logtest[["test"]], p = s$logtest[["pvalue"]])
  add(name, "cox", "all terms", "score_test", statistic = s$sctest[["test"]], p = s$sctest[["pvalue"]])
  add(name, "cox", "all terms", "wald_test", statistic = sum(coef(m) * solve(vcov(m), coef(m))), p = s$waldtest[["pvalue"]])
}
read <- function(name, arms) {
  d <- read.csv(paste0(ref, name, ".csv"), stringsAsFactors = FALSE)
  d$event <- d$status; d$arm <- factor(d$group, arms); d
}
lung <- read("lung", c("male", "female"))
curves("lung", lung, c(180, 365), 500); tests("lung", lung, TRUE)
cox("lung", lung, Surv(time, event) ~ arm + age + karno + strata(strata), c("female v male", "age", "karno"))
parametric("lung", lung); one_sample("lung", lung, 300); landmark("lung", lung, 100)
veteran <- read("veteran", unique(read.csv(paste0(ref, "veteran.csv"))$group))
curves("veteran", veteran, c(90, 180), 300); tests("veteran", veteran, TRUE)
cox("veteran", veteran, Surv(time, event) ~ arm + karno + factor(strata, unique(strata)), c("test v standard", "karno", "strata: smallcell", "strata: adeno", "strata: large"))
gehan <- read("gehan", c("control", "6MP"))
curves("gehan", gehan, c(10, 20), 20); tests("gehan", gehan)
cox("gehan", gehan, Surv(time, event) ~ arm, "6MP v control")
parametric("gehan", gehan); one_sample("gehan", gehan, 10); landmark("gehan", gehan, 5)
aml <- read("aml", c("Maintained", "Nonmaintained"))
curves("aml", aml, c(12, 24), 40); tests("aml", aml)
cox("aml", aml, Surv(time, event) ~ arm, "Nonmaintained v Maintained")

i <- read.csv("invented.csv", sep = ";", na.strings = c("NA", ".", ""), stringsAsFactors = FALSE)
i <- i[!is.na(i$months) & !is.na(i$outcome) & !is.na(i$arm), ]
i$time <- i$months; i$event <- as.integer(i$outcome == "relapse"); i$arm <- factor(i$arm, c("placebo", setdiff(unique(i$arm), "placebo")))
i$strata <- i$region
curves("invented", i, c(6, 12), 24); tests("invented", i, TRUE)
stages <- unique(na.omit(read.csv("invented.csv", sep = ";", na.strings = c("NA", ".", ""))$stage))
i$stage <- factor(i$stage, stages)
other <- levels(i$arm)[-1]
cox("invented", i[!is.na(i$strata), ], Surv(time, event) ~ arm + age + stage + strata(strata), c(paste(other, "v placebo"), "age", paste0("stage: ", stages[-1])))
competing <- function(name, d, codes, at, f, terms, x) {
  d$state <- factor(d$code, codes)
  for (g in levels(d$arm)) {
    s <- survfit(Surv(time, state) ~ 1, d[d$arm == g, ], id = seq_len(sum(d$arm == g)))
    for (t in at) { y <- summary(s, times = t); for (k in 2:3) add(name, "cumulative_incidence", g, paste0("incidence_of_", codes[k]), t, y$pstate[k], y$std.err[k], y$lower[k], y$upper[k]) }
  }
  s <- if (is.null(d$region)) d else d[!is.na(d$region), ]
  gray <- (if (is.null(d$region)) cuminc(s$time, s$code, s$arm, cencode = codes[1]) else cuminc(s$time, s$code, s$arm, s$region, cencode = codes[1]))$Tests
  for (k in 2:3) add(name, "gray", "all arms", paste0("gray_of_", codes[k]), statistic = gray[codes[k], "stat"], p = gray[codes[k], "pv"])
  # crr averages the censoring curve's values before and after 0 (approx of tied abscissae) where patients are censored at 0; only the order of times matters.
  d$time[d$time == 0] <- 1e-9
  full <- complete.cases(x(d)); m <- crr(d$time[full], d$code[full], x(d)[full, , drop = FALSE], failcode = codes[2], cencode = codes[1], gtol = 1e-12)
  se <- sqrt(diag(m$var))
  for (k in seq_along(terms)) add(name, "fine_gray", terms[k], "subdistribution_hazard_ratio", value = exp(m$coef[[k]]), se = se[k],
    lower = exp(m$coef[[k]] - qnorm(.975) * se[k]), upper = exp(m$coef[[k]] + qnorm(.975) * se[k]), statistic = m$coef[[k]] / se[k])
}
i$code <- i$outcome
competing("invented", i, c("censored", "relapse", "death"), c(6, 12), NULL, c(paste(other, "v placebo"), "age", paste0("stage: ", stages[-1])),
  function(d) cbind(sapply(other, function(g) as.numeric(d$arm == g)), d$age, sapply(stages[-1], function(s) as.numeric(d$stage == s))))
mgus <- read.csv(paste0(ref, "mgus2.csv")); mgus$arm <- factor(mgus$group, c("F", "M")); mgus$code <- as.character(mgus$event)
competing("mgus2", mgus, c("0", "1", "2"), c(60, 120), NULL, c("M v F", "age"), function(d) cbind(as.numeric(d$arm == "M"), d$age))
heart <- read.csv(paste0(ref, "heart.csv"))
cox("heart", heart, Surv(start, stop, event) ~ factor(transplant) + age + year, c("1 v 0", "age", "year"))
# Rows at risk from a start on, and two data sets of the survival package.
write.csv(data.frame(lapply(cgd[, c("treat", "tstart", "tstop", "status")], as.vector)), "cgd.csv", row.names = FALSE, quote = FALSE)
write.csv(ovarian[, c("rx", "age", "futime", "fustat")], "ovarian.csv", row.names = FALSE, quote = FALSE)
late <- function(name, d, at, tau) {
  inf <- function(x) ifelse(is.na(x), Inf, x)
  for (g in levels(d$arm)) {
    s <- survfit(Surv(start, stop, event) ~ 1, d[d$arm == g, ]); q <- quantile(s, .5)
    add(name, "km", g, "median", value = inf(q$quantile[[1]]), lower = inf(q$lower[[1]]), upper = inf(q$upper[[1]]))
    for (t in at) {
      y <- summary(s, times = t); add(name, "km", g, "survival", t, y$surv, y$std.err, y$lower, y$upper)
      k <- findInterval(t, s$time); h <- s$cumhaz[k]; e <- s$std.chaz[k]
      add(name, "nelson_aalen", g, "cumulative_hazard", t, h, e, h * exp(-qnorm(.975) * e / h), h * exp(qnorm(.975) * e / h))
    }
    r <- summary(s, rmean = tau)$table; add(name, "rmst", g, "rmst", tau, r[["rmean"]], r[["se(rmean)"]])
  }
  # The log-rank test is the score test of the exact likelihood, whose risk sets stand as strata.
  x <- do.call(rbind, lapply(unique(d$stop[d$event == 1]), function(t) { r <- d[d$start < t & d$stop >= t, ]; transform(r, case = as.numeric(stop == t & event == 1), set = t) }))
  m <- coxph(Surv(rep(1, nrow(x)), case) ~ arm + strata(set), x, ties = "exact"); p <- pchisq(m$score, 1, lower.tail = FALSE)
  add(name, "log_rank", paste(levels(d$arm)[2], "v", levels(d$arm)[1]), "log_rank", value = -sign(coef(m)[[1]]) * sqrt(m$score), statistic = m$score, p = p)
}
heart$arm <- factor(heart$transplant); late("heart", heart, c(30, 100), 300)
children <- read.csv("cgd.csv"); names(children) <- c("arm", "start", "stop", "event"); children$arm <- factor(children$arm, unique(children$arm))
children$arm <- relevel(children$arm, "placebo"); late("cgd", children, c(100, 250), 300)
# Exact ties, profile limits by uniroot; milestones; a Weibull and a piecewise reference; the corrected variance of the restricted mean.
exact <- function(f) coxph(f, ovarian, ties = "exact", control = coxph.control(eps = 1e-13, toler.chol = 1e-14, iter.max = 50))
m <- exact(Surv(futime, fustat) ~ rx + age); b <- coef(m); se <- sqrt(diag(vcov(m))); target <- m$loglik[2] - qchisq(.95, 1) / 2
profile <- function(k, side) uniroot(function(v) {
  ovarian$o <- ovarian[[k]] * v
  coxph(as.formula(paste("Surv(futime, fustat) ~", setdiff(names(b), k), "+ offset(o)")), ovarian, ties = "exact")$loglik[2] - target
}, sort(b[[k]] + side * se[[k]] * c(.5, 5)), tol = 1e-12)$root
# With offsets R does the exact likelihood only without ties, which these data are.
for (k in names(b)) add("ovarian", "cox", c(rx = "2 v 1", age = "age")[[k]], "hazard_ratio", value = exp(b[[k]]), se = se[[k]], lower = exp(profile(k, -1)), upper = exp(profile(k, 1)), statistic = b[[k]] / se[[k]])
for (t in c(400, 500)) {
  y <- summary(survfit(Surv(futime, fustat) ~ rx, ovarian), times = t); d <- diff(y$surv); e <- sqrt(sum(y$std.err^2))
  add("ovarian", "km", "2 v 1", "survival_difference", t, d, e, d - qnorm(.975) * e, d + qnorm(.975) * e, d / e, 2 * pnorm(-abs(d / e)))
  w <- log(-log(y$surv)); v <- (y$std.err / (y$surv * log(y$surv)))^2; z <- -diff(w) / sqrt(sum(v))
  add("ovarian", "km", "2 v 1", "survival_log_log", t, exp(diff(w)), sqrt(sum(v)), statistic = z, p = 2 * pnorm(-abs(z)))
}
for (g in 1:2) {
  d <- ovarian[ovarian$rx == g, ]; s <- summary(survfit(Surv(futime, fustat) ~ 1, d), rmean = 600)$table; k <- sum(d$fustat == 1 & d$futime <= 600)
  add("ovarian", "rmst", g, "rmst", 600, s[["rmean"]], s[["se(rmean)"]] * sqrt(k / (k - 1)))
  x <- sum(log(2) * (d$futime / 500)^1.5); z <- (x - sum(d$fustat)) / sqrt(x)
  add("ovarian", "one_sample_log_rank", g, "one_sample_log_rank", value = z, statistic = z^2, p = 2 * pnorm(-abs(z)))
  x <- sum(.001 * pmin(d$futime, 365) + .0005 * pmax(d$futime - 365, 0)); z <- (x - sum(d$fustat)) / sqrt(x)
  add("ovarian piecewise", "one_sample_log_rank", g, "one_sample_log_rank", value = z, statistic = z^2, p = 2 * pnorm(-abs(z)))
}
options(digits = 17)
r <- do.call(rbind, out); con <- file("expected.csv", "wb"); write.table(r, con, sep = ",", row.names = FALSE, quote = FALSE, na = ""); close(con)
