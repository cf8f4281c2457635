# Writes cox_exact.csv: coxph(…, ties = "exact") of R 4.2.2, survival 3.5-3, for the samples of cox_samples.csv.
# With (start, stop] R enumerates the sets of tied events, which does not end; the same likelihood is that of the risk sets as strata.
suppressMessages(library(survival))
options(digits = 17)
control <- coxph.control(eps = 1e-12, toler.chol = 1e-13, iter.max = 60)
risk_sets <- function(d) do.call(rbind, lapply(split(d, d$stratum), function(s) do.call(rbind, lapply(unique(s$stop[s$status == 1]), function(t) {
  r <- s[s$start < t & s$stop >= t, ]
  transform(r, case = as.numeric(r$stop == t & r$status == 1), set = paste(r$stratum, t)) }))))
join <- function(x) paste(format(x, digits = 17, trim = TRUE), collapse = ";")
row <- function(name, stratified, d) {
  if (!stratified) d$stratum <- 0
  r <- risk_sets(d)
  if (is.null(r)) return(NULL)
  m <- suppressWarnings(coxph(Surv(rep(1, nrow(r)), case) ~ x1 + x2 + x3 + strata(set), r, ties = "exact", control = control))
  if (any(is.na(coef(m)))) return(NULL)
  data.frame(sample = name, stratified = as.integer(stratified), ties = "exact", coef = join(coef(m)), var = join(vcov(m)),
    loglik0 = m$loglik[1], loglik1 = m$loglik[2], score = m$score)
}
samples <- read.csv("cox_samples.csv")
out <- do.call(rbind, lapply(split(samples, samples$sample), function(d)
  rbind(row(d$sample[1], FALSE, d[, -1]), row(d$sample[1], TRUE, d[, -1]))))
write.csv(format(out, digits = 17, trim = TRUE), "cox_exact.csv", row.names = FALSE, quote = FALSE)
