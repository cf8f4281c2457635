# Writes intervals.csv and intervals_expected.csv: interval-censored data in R 4.2.2 (survival 3.5-3), by an EM of our own, survreg and a permutation test.
# cosmesis.csv: Finkelstein and Wolfe (1985), months to cosmetic deterioration.
suppressMessages(library(survival))
set.seed(5)
n <- 90; arm <- rep(c("control", "low", "high"), each = 30)
t <- rweibull(n, 1.4, c(10, 12, 18)[match(arm, unique(arm))]); step <- 3
lower <- floor(t / step) * step; upper <- lower + step; lower[lower == 0] <- NA
lost <- runif(n, 6, 30); k <- t > lost; lower[k] <- pmax(floor(lost[k] / step) * step, step); upper[k] <- NA
exact <- !k & runif(n) < .2; lower[exact] <- upper[exact] <- round(t[exact], 1)
write.csv(data.frame(arm, lower, upper), "intervals.csv", row.names = FALSE, quote = FALSE, na = "")
npmle <- function(l, u) { # Turnbull's self-consistency on all cells between ends, exact times as cells of their own
  ends <- sort(unique(c(l, u[is.finite(u)], 0)))
  cells <- rbind(cbind(ends[-length(ends)], ends[-1], 0), cbind(max(ends), Inf, 0), if (any(l == u)) cbind(unique(l[l == u]), unique(l[l == u]), 1))
  A <- outer(seq_along(l), seq_len(nrow(cells)), function(i, j) ifelse(l[i] == u[i], cells[j, 3] == 1 & cells[j, 1] == l[i],
    ifelse(cells[j, 3] == 1, cells[j, 1] > l[i] & cells[j, 1] <= u[i], cells[j, 1] >= l[i] & cells[j, 2] <= u[i]))) * 1
  p <- rep(1 / ncol(A), ncol(A))
  for (i in 1:200000) { q <- colMeans(t(t(A) * p) / c(A %*% p)); if (max(abs(q - p)) < 1e-13) break; p <- q }
  o <- order(cells[, 2], -cells[, 3])
  list(cells = cells[o, ], p = p[o], A = A[, o], ll = sum(log(A %*% p)))
}
out <- NULL
add <- function(...) out <<- rbind(out, data.frame(...))
score <- function(l, u) { # Sun's scores
  m <- npmle(l, u); k <- m$p > 1e-9; p <- m$p[k] / sum(m$p[k]); A <- m$A[, k]
  before <- c(1, 1 - cumsum(p)[-length(p)]); after <- 1 - cumsum(p); H <- cumsum(p / before)
  c(A %*% (after * (p / before) - p * c(0, H[-length(H)]))) / c(A %*% p)
}
for (name in c("cosmesis", "intervals")) {
  d <- read.csv(paste0(name, ".csv")); g <- d[[setdiff(names(d), c("lower", "upper"))]]; g <- factor(g, unique(g))
  l <- ifelse(is.na(d$lower), 0, d$lower); u <- ifelse(is.na(d$upper), Inf, d$upper)
  for (a in levels(g)) { k <- g == a; m <- npmle(l[k], u[k])
    add(data = name, method = "turnbull", group = a, measure = "log_likelihood", time = NA, value = m$ll, statistic = NA)
    for (at in c(12, 24)) add(data = name, method = "turnbull", group = a, measure = "survival", time = at, value = sum(m$p[m$cells[, 2] > at]), statistic = NA)
    e <- d[k, ]; e$lower[which(e$lower == 0)] <- NA
    for (dist in c("weibull", "lognormal", "loglogistic", "exponential")) {
      f <- survreg(Surv(lower, upper, type = "interval2") ~ 1, e, dist = dist, rel.tolerance = 1e-13)
      nm <- c(weibull = "weibull", lognormal = "log_normal", loglogistic = "log_logistic", exponential = "exponential")[[dist]]
      add(data = name, method = "interval_parametric", group = a, measure = paste0(nm, "_log_likelihood"), time = NA, value = f$loglik[2], statistic = NA)
      q <- c(weibull = "weibull_scale", lognormal = "log_normal_median", loglogistic = "log_logistic_median", exponential = "exponential_rate")[[dist]]
      add(data = name, method = "interval_parametric", group = a, measure = q, time = NA, value = if (dist == "exponential") exp(-coef(f)[[1]]) else exp(coef(f)[[1]]), statistic = NA)
    }
  }
  test <- function(label, k) {
    s <- score(l[k], u[k]); h <- droplevels(g[k]); s <- s - mean(s); U <- tapply(s, h, sum); v <- sum(s^2) / (length(s) - 1)
    x <- sum(U^2 / table(h)) / v
    add(data = name, method = "interval_log_rank", group = label, measure = "log_rank", time = NA, value = if (nlevels(h) == 2) -sign(U[[2]]) * sqrt(x) else NA, statistic = x)
  }
  if (nlevels(g) > 2) test("all arms", rep(TRUE, length(g)))
  for (a in levels(g)[-1]) test(paste(a, "v", levels(g)[1]), g %in% c(levels(g)[1], a))
}
write.csv(format(out, digits = 12, trim = TRUE), "intervals_expected.csv", row.names = FALSE, quote = FALSE)
