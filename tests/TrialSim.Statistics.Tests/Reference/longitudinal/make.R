# Rscript make.R: writes the files of this folder. R 4.2.2 with nlme 3.1-162 and car.
library(nlme); suppressMessages(library(car)); options(warn = 1)
set.seed(20240602)
number <- function(x) ifelse(is.na(x), "NA", ifelse(is.infinite(x), ifelse(x > 0, "Infinity", "-Infinity"), formatC(x, digits = 17, format = "g", width = 1)))
line <- function(x) paste(number(x), collapse = " ")

# Two samples: t.test, wilcox.test, lm.
rows <- list()
for (i in 1:60) {
  m <- sample(c(2:12, 30, 49, 55), 1); n <- sample(c(2:12, 30, 49, 55), 1)
  tied <- i %% 2 == 0
  base <- rnorm(m + n, 100, 15); y <- base + rnorm(m + n, 0, 10) + rep(c(0, 6), c(n, m)); arm <- rep(0:1, c(n, m))
  if (tied) { y <- round(y / 10); base <- round(base / 5) }
  c <- y[arm == 0]; e <- y[arm == 1]
  if (var(c) == 0 || var(e) == 0) next
  p <- t.test(e, c, var.equal = TRUE); w <- t.test(e, c); u <- suppressWarnings(wilcox.test(e, c))
  g <- suppressWarnings(wilcox.test(e, c, alternative = "greater")); x <- suppressWarnings(wilcox.test(e, c, correct = FALSE, exact = FALSE))
  k <- suppressWarnings(wilcox.test(e, c, exact = FALSE))
  d <- y - base; l <- if (m + n > 4) summary(lm(d ~ base + arm))$coefficients["arm", ] else rep(NA, 4)
  rows[[length(rows) + 1]] <- data.frame(control = line(c), experimental = line(e), baseline = line(base), t = number(p$statistic), p = number(p$p.value),
    lower = number(p$conf.int[1]), upper = number(p$conf.int[2]), welch = number(w$statistic), welch_df = number(w$parameter), welch_p = number(w$p.value),
    welch_lower = number(w$conf.int[1]), w = number(u$statistic), wilcoxon = number(u$p.value), greater = number(g$p.value),
    normal = number(x$p.value), corrected = number(k$p.value), ancova = number(l[1]), ancova_error = number(l[2]), ancova_p = number(l[4]))
}
write.csv(do.call(rbind, rows), "two_samples.csv", row.names = FALSE, quote = FALSE)

# Repeated measures: aov with Error, car's Anova type III and II with Greenhouse-Geisser and Huynh-Feldt.
rows <- list()
for (i in 1:25) {
  k <- sample(2:5, 1); sizes <- sample(3:15, sample(2:3, 1)); n <- sum(sizes); group <- rep(seq_along(sizes), sizes)
  y <- matrix(rnorm(n * k, 50, 5), n) + rnorm(n, 0, 6) + outer(group, 1:k) * runif(1, -1, 1)
  d <- data.frame(id = factor(rep(1:n, each = k)), time = factor(rep(1:k, n)), group = factor(rep(group, each = k)), y = c(t(y)))
  s <- summary(aov(y ~ group * time + Error(id / time), d)); b <- s[["Error: id"]][[1]]; w <- s[["Error: id:time"]][[1]]
  g <- factor(group); contrasts(g) <- contr.sum
  a <- Anova(lm(y ~ g), idata = data.frame(time = factor(1:k)), idesign = ~time, type = 3); u <- summary(a, multivariate = FALSE)
  e <- u$univariate.tests; pa <- u$pval.adjustments
  eps <- if (k > 2) pa["time", c("GG eps", "HF eps", "Pr(>F[GG])")] else c(1, NA, w[1, 5])
  ef <- if (k > 2) pa["g:time", c("Pr(>F[GG])", "Pr(>F[HF])")] else c(w[2, 5], w[2, 5])
  rows[[i]] <- data.frame(visits = k, group = paste(group - 1, collapse = " "), values = line(t(y)), f_group = number(b[1, 4]), p_group = number(b[1, 5]),
    f_time = number(w[1, 4]), p_time = number(w[1, 5]), f_interaction = number(w[2, 4]), p_interaction = number(w[2, 5]),
    f_time3 = number(e["time", 5]), p_time3 = number(e["time", 6]), gg = number(eps[1]), hf = number(eps[2]), p_gg = number(ef[1]), p_hf = number(ef[2]))
}
write.csv(do.call(rbind, rows), "repeated.csv", row.names = FALSE, quote = FALSE)

# Mixed model: dense matrices and Fisher's scoring as an independent computation; gls beside it.
reml <- function(y, x, id, visit, k) {
  n <- length(y); el <- which(lower.tri(diag(k), TRUE), arr.ind = TRUE); el <- el[order(el[, 1], el[, 2]), , drop = FALSE]; q <- nrow(el)
  same <- outer(id, id, "==")
  v <- lapply(1:q, function(j) { s <- matrix(0, k, k); s[el[j, 1], el[j, 2]] <- s[el[j, 2], el[j, 1]] <- 1; s[visit, visit] * same })
  sigma <- diag(var(residuals(lm(y ~ x - 1))), k)
  parts <- function(sigma) {
    big <- sigma[visit, visit] * same; w <- solve(big); phi <- solve(t(x) %*% w %*% x); p <- w - w %*% x %*% phi %*% t(x) %*% w
    list(w = w, phi = phi, p = p, l = -.5 * (determinant(big)$modulus - determinant(phi)$modulus + t(y) %*% p %*% y + (n - ncol(x)) * log(2 * pi)))
  }
  for (it in 1:400) {
    a <- parts(sigma); py <- a$p %*% y; pv <- lapply(v, function(m) a$p %*% m)
    score <- sapply(1:q, function(j) -.5 * (sum(diag(pv[[j]])) - t(py) %*% v[[j]] %*% py))
    tr <- outer(1:q, 1:q, Vectorize(function(j, l) sum(pv[[j]] * t(pv[[l]]))))
    ob <- outer(1:q, 1:q, Vectorize(function(j, l) t(py) %*% v[[j]] %*% a$p %*% v[[l]] %*% py)) - .5 * tr
    newton <- it > 12 && all(eigen(ob, TRUE, TRUE)$values > 0)
    step <- solve(if (newton) ob else .5 * tr, score); h <- 1
    repeat { s <- sigma; for (j in 1:q) s[el[j, 1], el[j, 2]] <- s[el[j, 2], el[j, 1]] <- sigma[el[j, 1], el[j, 2]] + h * step[j]
      if (all(eigen(s)$values > 0)) break; h <- h / 2 }
    if (abs(sum(step * score)) < 1e-22) break
    sigma <- s
  }
  w <- a$w; phi <- a$phi; P <- lapply(v, function(m) t(x) %*% w %*% m %*% w %*% x)
  wi <- solve(.5 * tr); lambda <- 0 * phi
  for (j in 1:q) for (l in 1:q) lambda <- lambda + wi[j, l] * (t(x) %*% w %*% v[[j]] %*% w %*% v[[l]] %*% w %*% x - P[[j]] %*% phi %*% P[[l]])
  kr <- phi + 2 * phi %*% lambda %*% phi
  df <- function(c, inf) { g <- sapply(P, function(m) t(c) %*% phi %*% m %*% phi %*% c); 2 * (t(c) %*% phi %*% c)^2 / (t(g) %*% solve(inf) %*% g) }
  list(beta = phi %*% t(x) %*% w %*% y, phi = phi, kr = kr, sigma = sigma, l = a$l, df_kr = function(c) df(c, .5 * tr), df_s = function(c) df(c, ob))
}
rows <- list()
for (i in 1:10) {
  k <- c(3, 4, 2, 4, 3, 5, 3, 4, 3, 4)[i]; n <- c(40, 60, 30, 24, 25, 40, 50, 35, 30, 45)[i]
  arm <- rep(0:1, length.out = n); base <- rnorm(n, 100, 12); a <- matrix(rnorm(k * k), k)
  y <- 20 + .8 * base + matrix(rnorm(n * k), n) %*% (a + diag(k) * 3) + outer(arm, 1:k)
  d <- data.frame(id = rep(1:n, each = k), visit = rep(1:k, n), arm = rep(arm, each = k), base = rep(base, each = k), y = c(t(y)))
  keep <- runif(n * k) > c(0, .15, .1, .2, .3, .15, 0, .25, .1, .2)[i]
  d <- d[keep, ]; d <- d[if (i %% 3 == 2) sample(nrow(d)) else seq_len(nrow(d)), ]
  f <- factor(d$visit); x <- if (i == 7) model.matrix(~ f * factor(arm), d) else model.matrix(~ f * factor(arm) + base, d)
  r <- reml(d$y, x, d$id, d$visit, k); o <- order(d$id, d$visit); s <- d[o, ]; s$f <- factor(s$visit); s$x <- x[o, ]
  gl <- gls(y ~ x - 1, s, correlation = corSymm(form = ~ visit | id), weights = varIdent(form = ~ 1 | f), method = "REML", control = glsControl(tolerance = 1e-10, msTol = 1e-12, maxIter = 500, msMaxIter = 500, opt = "optim"))
  cat(i, "logLik", r$l, logLik(gl), "beta", max(abs(r$beta - coef(gl))), "se", max(abs(sqrt(diag(r$phi)) / sqrt(diag(vcov(gl))) - 1)), "\n")
  c <- rep(0, ncol(x)); c[k + 1] <- 1; c[ncol(x)] <- 1 # the arms at the last visit
  rows[[i]] <- data.frame(visits = k, columns = ncol(x), patient = paste(d$id, collapse = " "), visit = paste(d$visit - 1, collapse = " "), design = line(t(x)), y = line(d$y),
    beta = line(r$beta), error = line(sqrt(diag(r$phi))), sigma = line(r$sigma), l = number(r$l), gls_l = number(logLik(gl)), gls_beta = line(coef(gl)), gls_error = line(sqrt(diag(vcov(gl)))),
    contrast = line(c), estimate = number(sum(c * r$beta)), plain = number(sqrt(t(c) %*% r$phi %*% c)), kr = number(sqrt(t(c) %*% r$kr %*% c)), df_kr = number(r$df_kr(c)), df_s = number(r$df_s(c)))
}
write.csv(do.call(rbind, rows), "mixed.csv", row.names = FALSE, quote = FALSE)
