# Writes late_entry_*.csv: R 4.2.2, survival 3.5-3, for those samples of cox_samples.csv that have late entry; x1 is the arm.
# survdiff refuses (start, stop], but the log-rank test with the hypergeometric variance is the score test of coxph(ties = "exact"), where the
# risk sets stand as strata.
suppressMessages(library(survival))
samples <- subset(read.csv("cox_samples.csv"), start < stop)
late <- split(samples, samples$sample)
late <- late[sapply(late, function(d) any(d$start > 0) && length(unique(d$x1)) == 2)]
num <- function(x) format(x, digits = 17, trim = TRUE)
curves <- do.call(rbind, lapply(late, function(d) do.call(rbind, lapply(c("0", "1", "all"), function(arm) {
  e <- if (arm == "all") d else d[d$x1 == as.numeric(arm), ]
  if (sum(e$status) == 0) return(NULL)
  s <- survfit(Surv(start, stop, status) ~ 1, e)
  k <- s$n.event > 0
  data.frame(sample = d$sample[1], arm, time = num(s$time[k]), risk = s$n.risk[k], events = s$n.event[k], surv = num(s$surv[k]),
    greenwood = num(s$std.err[k]^2), cumhaz = num(s$cumhaz[k]), chaz = num(s$std.chaz[k]^2), lower = num(s$lower[k]), upper = num(s$upper[k]))
}))))
write.csv(curves, "late_entry_curves.csv", row.names = FALSE, quote = FALSE)
means <- do.call(rbind, lapply(late, function(d) do.call(rbind, lapply(0:1, function(arm) {
  e <- d[d$x1 == arm, ]
  if (sum(e$status) == 0) return(NULL)
  s <- survfit(Surv(start, stop, status) ~ 1, e)
  tau <- 0.8 * max(e$stop)
  y <- summary(s, rmean = tau)$table
  q <- quantile(s, .5)
  inf <- function(x) if (is.na(x)) "Infinity" else num(x)
  data.frame(sample = d$sample[1], arm, tau = num(tau), rmean = num(y[["rmean"]]), se = num(y[["se(rmean)"]]),
    median = inf(q$quantile[[1]]), lower = inf(q$lower[[1]]), upper = inf(q$upper[[1]]))
}))))
write.csv(means, "late_entry_means.csv", row.names = FALSE, quote = FALSE)
tests <- do.call(rbind, lapply(late, function(d) do.call(rbind, lapply(c(FALSE, TRUE), function(stratified) {
  if (!stratified) d$stratum <- 0
  r <- do.call(rbind, lapply(split(d, d$stratum), function(s) do.call(rbind, lapply(unique(s$stop[s$status == 1]), function(t) {
    r <- s[s$start < t & s$stop >= t, ]
    transform(r, case = as.numeric(r$stop == t & r$status == 1), set = paste(r$stratum, t)) }))))
  m <- try(suppressWarnings(coxph(Surv(rep(1, nrow(r)), case) ~ x1 + strata(set), r, ties = "exact")), silent = TRUE)
  if (inherits(m, "try-error") || is.na(coef(m))) return(NULL)
  data.frame(sample = d$sample[1], stratified = as.integer(stratified), chisq = num(m$score))
}))))
write.csv(tests, "late_entry_tests.csv", row.names = FALSE, quote = FALSE)
