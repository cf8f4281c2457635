# Rscript make.R: writes the files of this folder. R 4.2.2, packages stats and MASS only.
set.seed(20240601)
root <- function(f, lower, upper) if (is.na(f(upper)) || is.na(f(lower))) stop(paste(i, f(lower), f(upper))) else uniroot(f, c(lower, upper), tol = 1e-15, maxiter = 10000)$root
number <- function(x) ifelse(is.na(x), "NA", ifelse(x == Inf, "Infinity", formatC(x, digits = 17, format = "g", width = 1)))

# Score statistics of Miettinen and Nurminen (1985), restricted estimates in closed form.
mn_difference <- function(x0, n0, x1, n1, d) { # closed form of the cubic, their appendix
  n <- n0 + n1; l3 <- n; 
  l2 <- (n1 + 2 * n0) * d - n - (x0 + x1); l1 <- (n0 * d - n - 2 * x0) * d + (x0 + x1); l0 <- x0 * d * (1 - d)
  q <- l2^3 / (3 * l3)^3 - l1 * l2 / (6 * l3^2) + l0 / (2 * l3)
  p <- (if (q < 0) -1 else 1) * sqrt(max(0, l2^2 / (3 * l3)^2 - l1 / (3 * l3)))
  a <- (pi + acos(max(-1, min(1, if (p == 0) 0 else q / p^3)))) / 3
  p0 <- min(1, max(0, 2 * p * cos(a) - l2 / (3 * l3))); p1 <- min(1, max(0, p0 + d))
  (x1 / n1 - x0 / n0 - d) / sqrt((p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0) * n / (n - 1))
}
mn_ratio <- function(x0, n0, x1, n1, r) {
  n <- n0 + n1; a <- n * r; b <- -(n1 * r + x1 + n0 + x0 * r); c <- x0 + x1
  p0 <- min(1, 2 * c / (-b + sqrt(max(0, b^2 - 4 * a * c)))); p1 <- min(1, p0 * r)
  d <- x1 / n1 - r * x0 / n0
  if (d == 0) 0 else max(-1e6, min(1e6, d / sqrt((p1 * (1 - p1) / n1 + r^2 * p0 * (1 - p0) / n0) * n / (n - 1))))
}
mn_odds <- function(x0, n0, x1, n1, r) {
  n <- n0 + n1; x <- x0 + x1; a <- n0 * (r - 1); b <- n1 * r + n0 - x * (r - 1); c <- -x
  p0 <- if (abs(r - 1) < 1e-9) x / n else (-b + sqrt(b^2 - 4 * a * c)) / (2 * a); p1 <- p0 * r / (1 + p0 * (r - 1))
  v1 <- n1 * p1 * (1 - p1); v0 <- n0 * p0 * (1 - p0)
  max(-1e6, min(1e6, if (min(v0, v1) <= 0) sign(1 - r) * 1e6 else (x1 - n1 * p1) * sqrt((1 / v1 + 1 / v0) * (n - 1) / n)))
}
wilson <- function(x, n, z) (x + z^2 / 2 + c(-1, 1) * z * sqrt(x * (n - x) / n + z^2 / 4)) / (n + z^2)

rows <- list()
sizes <- function() sample(c(1:12, 20, 35, 60, 107, 250), 1)
for (i in 1:240) {
  n0 <- sizes(); n1 <- sizes(); p <- runif(1)
  x0 <- rbinom(1, n0, p); x1 <- rbinom(1, n1, min(1, max(0, p + runif(1, -.3, .4))))
  if (i <= 12) { n0 <- c(54, 54, 54, 9, 5, 1, 1000000, 80, 10, 10, 3, 2)[i]; n1 <- c(53, 53, 53, 7, 5, 1, 1000000, 70, 10, 20, 3, 2)[i]
                 x0 <- c(33, 14, 2, 0, 0, 0, 300000, 48, 0, 10, 3, 0)[i]; x1 <- c(44, 31, 6, 7, 3, 1, 301000, 56, 0, 20, 1, 2)[i] }
  m <- rbind(c(x1, n1 - x1), c(x0, n0 - x0))
  r <- c(x0 = x0, n0 = n0, x1 = x1, n1 = n1)
  ok <- x0 + x1 > 0 && x0 + x1 < n0 + n1
  w <- function(e) suppressWarnings(e)
  z <- qnorm(.975); p0 <- x0 / n0; p1 <- x1 / n1; d <- p1 - p0
  a <- c(pearson = NA, pearson_p = NA, yates = NA, yates_p = NA, g = NA, fisher = NA, greater = NA, less = NA,
         conditional = NA, conditional_lower = NA, conditional_upper = NA)
  if (ok) {
    t <- w(chisq.test(m, correct = FALSE)); y <- w(chisq.test(m))
    { e <- outer(rowSums(m), colSums(m)) / sum(m); g <- 2 * sum(ifelse(m > 0, m * log(m / e), 0)) }
    a[1:5] <- c(t$statistic, t$p.value, y$statistic, y$p.value, g)
    if (n0 < 1e5) {
      a[6:8] <- c(fisher.test(m)$p.value, fisher.test(m, alternative = "greater")$p.value, fisher.test(m, alternative = "less")$p.value)
      s <- max(0, x0 + x1 - n0):min(n1, x0 + x1); ld <- dhyper(s, n1, n0, x0 + x1, log = TRUE)
      den <- function(b) { v <- ld + s * b; v <- exp(v - max(v)); v / sum(v) }
      a[9] <- if (x1 == min(s)) 0 else if (x1 == max(s)) Inf else exp(root(function(b) sum(s * den(b)) - x1, -60, 60))
      a[10] <- if (x1 == min(s)) 0 else exp(root(function(b) sum(den(b)[s >= x1]) - .025, -60, 60))
      a[11] <- if (x1 == max(s)) Inf else exp(root(function(b) sum(den(b)[s <= x1]) - .025, -60, 60))
    }
  }
  w0 <- wilson(x0, n0, z); w1 <- wilson(x1, n1, z)
  b <- c(newcombe_lower = d - sqrt((p1 - w1[1])^2 + (w0[2] - p0)^2), newcombe_upper = d + sqrt((w1[2] - p1)^2 + (p0 - w0[1])^2),
         wald_error = sqrt(p1 * (1 - p1) / n1 + p0 * (1 - p0) / n0))
  eps <- 1e-13
  b["mn_lower"] <- if (d == -1) -1 else root(function(v) max(-1e3, min(1e3, mn_difference(x0, n0, x1, n1, v))) - z, -1 + eps, d - 1e-12)
  b["mn_upper"] <- if (d == 1) 1 else root(function(v) max(-1e3, min(1e3, mn_difference(x0, n0, x1, n1, v))) + z, d + 1e-12, 1 - eps)
  if (x0 + x1 == 0) { b["ratio_lower"] <- 0; b["ratio_upper"] <- Inf } else {
    f <- function(v) mn_ratio(x0, n0, x1, n1, exp(v)); l <- log(p1 / p0)
    b["ratio_lower"] <- if (x1 == 0) 0 else exp(root(function(v) f(v) - z, -18, if (x0 == 0) 18 else l))
    b["ratio_upper"] <- if (x0 == 0) Inf else exp(root(function(v) f(v) + z, if (x1 == 0) -18 else l, 18))
  }
  if (!ok) { b["odds_lower"] <- 0; b["odds_upper"] <- Inf } else {
    f <- function(v) mn_odds(x0, n0, x1, n1, exp(v))
    zero <- x1 == 0 || x0 == n0; full <- x0 == 0 || x1 == n1
    b["odds_lower"] <- if (zero) 0 else exp(root(function(v) f(v) - z, -14, 14))
    b["odds_upper"] <- if (full) Inf else exp(root(function(v) f(v) + z, -14, 14))
  }
  h <- c(binomial = binom.test(x1, n1, p0)$p.value, binomial_third = binom.test(x1, n1, 1 / 3)$p.value)
  rows[[i]] <- c(r, a, b, h)
}
t <- do.call(rbind, rows)
write.csv(apply(t, 2, number), "two_arms.csv", row.names = FALSE, quote = FALSE)

# Strata: mantelhaen.test with and without correction, and the common odds ratio.
rows <- list()
for (i in 1:60) {
  k <- sample(2:6, 1)
  repeat {
    n0 <- sample(1:30, k, TRUE); n1 <- sample(1:30, k, TRUE); x0 <- rbinom(k, n0, .4); x1 <- rbinom(k, n1, .6)
    x <- array(rbind(x1, x0, n1 - x1, n0 - x0), c(2, 2, k))
    t <- tryCatch(mantelhaen.test(x, correct = FALSE), error = function(e) NULL)
    if (!is.null(t) && is.finite(t$estimate) && t$estimate > 0) break
  }
  y <- mantelhaen.test(x)
  rows[[i]] <- data.frame(case = i, x0, n0, x1, n1, chi = t$statistic, p = t$p.value, corrected = y$statistic, corrected_p = y$p.value,
                          odds = t$estimate, lower = t$conf.int[1], upper = t$conf.int[2])
}
t <- do.call(rbind, rows)
write.csv(apply(as.matrix(t), 2, number), "strata.csv", row.names = FALSE, quote = FALSE)

# Rows by columns.
rows <- list()
for (i in 1:40) {
  r <- sample(2:4, 1); c <- sample(2:5, 1)
  m <- matrix(rpois(r * c, sample(c(1, 2, 4), 1)), r)
  if (i == 1) m <- rbind(c(31, 13, 7, 2), c(14, 19, 14, 7))
  if (i == 2) m <- rbind(c(3, 1), c(1, 3))
  if (i == 3) m <- rbind(c(0, 4, 2), c(5, 1, 0), c(2, 2, 2))
  if (any(rowSums(m) == 0) || any(colSums(m) == 0) || sum(m) > 60 && i > 1) next
  t <- suppressWarnings(chisq.test(m, correct = FALSE)); e <- t$expected
  rows[[length(rows) + 1]] <- data.frame(rows = nrow(m), columns = ncol(m), counts = paste(t(m), collapse = " "), pearson = number(t$statistic), p = number(t$p.value),
    g = number(2 * sum(ifelse(m > 0, m * log(m / e), 0))), loglin = number(loglin(m, list(1, 2), print = FALSE)$lrt), fisher = number(fisher.test(m, workspace = 2e7)$p.value))
}
write.csv(do.call(rbind, rows), "tables.csv", row.names = FALSE, quote = FALSE)
