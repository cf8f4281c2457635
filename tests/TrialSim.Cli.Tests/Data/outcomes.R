# Makes outcomes.csv and visits.csv (invented), and expected-outcomes.csv: what R 4.2.2 gives for them, keyed as analysis.csv is.
# Packages: MASS, nlme, emmeans, car, pbkrtest (its functions on the matrices of the unstructured model, which lmer cannot express).
suppressMessages({library(MASS); library(nlme); library(emmeans); library(car); library(pbkrtest)})
write_lf <- function(d, file) { con <- file(file, "wb"); write.csv(d, con, row.names = FALSE, quote = FALSE, na = ""); close(con) }
out <- list()
add <- function(data, method, group, measure, visit = "", value = NA, se = NA, lower = NA, upper = NA, statistic = NA, df = NA, df2 = NA, p = NA)
  out[[length(out) + 1]] <<- data.frame(data, method, group, measure, visit, value, se, lower, upper, statistic, df, df2, p)

set.seed(1125); n <- 93
o <- data.frame(patient = sprintf("P%02d", 1:n), arm = sample(c("low", "control", "high"), n, TRUE, c(.3, .4, .3)), site = sample(c("north", "south", "east"), n, TRUE))
o$age <- round(rnorm(n, 60, 9)); o$baseline <- round(rnorm(n, 50, 8), 1)
o$score <- round(20 + .6 * o$baseline - 3 * (o$arm == "low") - 6 * (o$arm == "high") + .1 * o$age + rnorm(n, 0, 6), 2)
o$rating <- round(o$score / 5)
p <- plogis(-1 + .5 * (o$arm == "low") + 1.2 * (o$arm == "high") + .6 * (o$site == "south"))
o$best <- ifelse(runif(n) < p, sample(c("CR", "PR"), n, TRUE), sample(c("SD", "PD"), n, TRUE))
o$score[c(4, 50)] <- NA; o$baseline[c(9, 50)] <- NA; o$best[7] <- NA; o$site[11] <- NA; o$arm[13] <- NA
write_lf(o, "outcomes.csv")

b <- o[!is.na(o$best) & !is.na(o$arm), ]; b$arm <- factor(b$arm, c("control", "low", "high")); b$r <- b$best %in% c("CR", "PR")
for (a in levels(b$arm)) {
  x <- sum(b$r[b$arm == a]); m <- sum(b$arm == a); e <- binom.test(x, m, .3); w <- prop.test(x, m, correct = FALSE)$conf.int
  add("response", "proportions", a, "proportion", value = x / m, lower = w[1], upper = w[2])
  add("response", "proportions", a, "proportion_exact", value = x / m, lower = e$conf.int[1], upper = e$conf.int[2])
  add("response", "binomial", a, "binomial", value = x / m, p = e$p.value)
  add("response", "binomial", a, "binomial_higher", p = binom.test(x, m, .3, "greater")$p.value)
}
table_tests <- function(name, group, t) {
  c0 <- chisq.test(t, correct = FALSE); l <- loglm(~ 1 + 2, t)
  add(name, "chi_square", group, "pearson", statistic = c0$statistic, df = c0$parameter, p = c0$p.value)
  add(name, "chi_square", group, "likelihood_ratio", statistic = l$lrt, df = l$df, p = pchisq(l$lrt, l$df, lower.tail = FALSE))
  add(name, "fisher", group, "fisher", p = fisher.test(t)$p.value)
}
table_tests("response", "all arms", table(b$arm, b$r)); table_tests("categories", "all arms", table(b$arm, b$best))
for (a in c("low", "high")) {
  d <- b[b$arm %in% c("control", a), ]; d$arm <- droplevels(d$arm); g <- paste(a, "v control"); t <- table(d$arm, d$r); table_tests("response", g, t)
  y <- chisq.test(t); add("response", "chi_square", g, "pearson_yates", statistic = y$statistic, df = 1, p = y$p.value)
  w <- prop.test(c(t[2, 2], t[1, 2]), rowSums(t)[2:1], correct = FALSE); s <- summary(glm(r ~ arm, binomial, d, epsilon = 1e-14))$coefficients[2, ]
  add("response", "risk_difference", g, "risk_difference_wald", value = -diff(w$estimate), lower = w$conf.int[1], upper = w$conf.int[2])
  add("response", "odds_ratio", g, "odds_ratio", value = exp(s[[1]]), se = s[[2]], lower = exp(s[[1]] - qnorm(.975) * s[[2]]), upper = exp(s[[1]] + qnorm(.975) * s[[2]]))
  k <- summary(glm(r ~ arm, poisson, d, epsilon = 1e-14))$coefficients[2, 1]; e <- sqrt(sum((1 - prop.table(t, 1)[, 2]) / t[, 2]))
  add("response", "risk_ratio", g, "risk_ratio", value = exp(k), se = e, lower = exp(k - qnorm(.975) * e), upper = exp(k + qnorm(.975) * e))
  z <- d[!is.na(d$site), ]; u <- table(z$arm, z$r, z$site); m <- mantelhaen.test(u, correct = FALSE)
  add("response", "mantel_haenszel", g, "mantel_haenszel", statistic = m$statistic, df = 1, p = m$p.value)
  add("response", "mantel_haenszel", g, "mantel_haenszel_corrected", statistic = mantelhaen.test(u)$statistic, df = 1, p = mantelhaen.test(u)$p.value)
  add("response", "mantel_haenszel", g, "common_odds_ratio", value = m$estimate, lower = m$conf.int[1], upper = m$conf.int[2])
}

v <- o[!is.na(o$score) & !is.na(o$arm), ]; v$arm <- factor(v$arm, c("control", "low", "high")); v$change <- v$score - v$baseline
for (a in levels(v$arm)) {
  x <- v$score[v$arm == a]; t <- t.test(x)
  add("score", "means", a, "mean_value", value = mean(x), se = t$stderr, lower = t$conf.int[1], upper = t$conf.int[2]); add("score", "means", a, "standard_deviation_value", value = sd(x))
  add("score", "means", a, "median_value", value = median(x)); add("score", "means", a, "mean_change", value = mean(v$change[v$arm == a], na.rm = TRUE))
}
for (a in c("low", "high")) {
  g <- paste(a, "v control"); x <- v$score[v$arm == a]; y <- v$score[v$arm == "control"]
  for (eq in c(TRUE, FALSE)) { t <- t.test(x, y, var.equal = eq)
    add("score", "t_test", g, if (eq) "student_value" else "welch_value", value = -diff(t$estimate), se = t$stderr, lower = t$conf.int[1], upper = t$conf.int[2], statistic = t$statistic, df2 = t$parameter, p = t$p.value) }
  # R corrects the shift of tied values by a root it finds to four digits; here no two patients of two arms are tied.
  w <- wilcox.test(x, y, conf.int = TRUE, exact = TRUE); add("score", "wilcoxon", g, "wilcoxon_value", value = w$statistic, p = w$p.value)
  add("score", "wilcoxon", g, "shift_value", value = w$estimate, lower = w$conf.int[1], upper = w$conf.int[2])
  r <- suppressWarnings(wilcox.test(o$rating[o$arm %in% a], o$rating[o$arm %in% "control"], exact = FALSE)); add("rating", "wilcoxon", g, "wilcoxon_value", value = r$statistic, p = r$p.value)
}
f <- lm(change ~ arm + baseline + age + site, v); em <- summary(emmeans(f, "arm"), infer = c(TRUE, TRUE)); pr <- summary(emmeans(f, "arm", contr = "trt.vs.ctrl", adjust = "none")$contrasts, infer = c(TRUE, TRUE), adjust = "none")
for (i in 1:3) add("score", "ancova", levels(v$arm)[i], "adjusted_mean", value = em$emmean[i], se = em$SE[i], lower = em$lower.CL[i], upper = em$upper.CL[i], df2 = em$df[i])
for (i in 1:2) add("score", "ancova", paste(levels(v$arm)[i + 1], "v control"), "difference", value = pr$estimate[i], se = pr$SE[i], lower = pr$lower.CL[i], upper = pr$upper.CL[i], statistic = pr$t.ratio[i], df2 = pr$df[i], p = pr$p.value[i])
A <- Anova(f)["arm", ]; add("score", "ancova", "all arms", "arms", statistic = A$F, df = A$Df, df2 = f$df.residual, p = A$`Pr(>F)`)
A <- anova(lm(score ~ arm, v)); add("score", "anova", "all arms", "arms", statistic = A$F[1], df = A$Df[1], df2 = A$Df[2], p = A$`Pr(>F)`[1])

set.seed(515); n <- 40
p0 <- data.frame(patient = sprintf("P%02d", 1:n), arm = rep(c("placebo", "active"), n / 2), baseline = round(rnorm(n, 50, 7), 1), age = round(rnorm(n, 60, 9)))
l <- do.call(rbind, lapply(1:n, function(i) data.frame(p0[i, ], week = c(4, 8, 12, 24), row.names = NULL,
  score = round(20 + .6 * p0$baseline[i] + c(-2, -3, -5, -4) * (1 + (p0$arm[i] == "active")) + 6 * rnorm(1) + c(2, 3, 4, 5) * rnorm(4), 1))))
l$score[sample(nrow(l), 17)] <- NA; l <- l[sample(nrow(l)), ]
write_lf(l, "visits.csv")
d <- l[!is.na(l$score), ]; d <- d[order(d$patient, d$week), ]; d$arm <- factor(d$arm, c("placebo", "active")); d$visit <- factor(d$week); d$vi <- as.integer(d$visit); d$change <- d$score - d$baseline
for (a in levels(d$arm)) for (w in levels(d$visit)) { x <- d$score[d$arm == a & d$visit == w]; t <- t.test(x); add("visits", "visit_means", a, "mean", w, mean(x), t$stderr, t$conf.int[1], t$conf.int[2]); add("visits", "visit_means", a, "standard_deviation", w, sd(x)) }
w <- na.omit(reshape(d[, c("patient", "arm", "week", "score")], idvar = c("patient", "arm"), timevar = "week", direction = "wide"))
long <- reshape(w, direction = "long"); long$week <- factor(long$week); long$patient <- factor(long$patient)
options(contrasts = c("contr.sum", "contr.poly"))
wm <- lm(as.matrix(w[, -(1:2)]) ~ arm, w); id <- data.frame(t = factor(1:4))
s2 <- summary(Anova(wm, idata = id, idesign = ~t, type = 2), multivariate = FALSE); s3 <- summary(Anova(wm, idata = id, idesign = ~t, type = 3), multivariate = FALSE)
anova_row <- function(s, term, measure) { u <- s$univariate.tests[term, ]; add("visits", "rm_anova", "all arms", measure, statistic = u[["F value"]], df = u[["num Df"]], df2 = u[["den Df"]], p = u[["Pr(>F)"]])
  if (term != "arm") for (k in c("GG", "HF")) add("visits", "rm_anova", "all arms", paste0(measure, c(GG = "_greenhouse_geisser", HF = "_huynh_feldt")[[k]]), p = s$pval.adjustments[term, sprintf("Pr(>F[%s])", k)]) }
anova_row(s2, "arm", "arm"); anova_row(s2, "t", "visit"); anova_row(s2, "arm:t", "arm_by_visit"); anova_row(s3, "t", "visit_type_3")
# mauchly.test has 3 * p with p visits where Anderson (1958, 10.7) has it with p contrasts: its second term with one letter corrected.
m <- stats:::mauchly.test.SSD; text <- gsub("3 * p + 2", "3 * pp + 2", paste(deparse(m), collapse = "\n"), fixed = TRUE); m <- eval(parse(text = text)); environment(m) <- asNamespace("stats")
add("visits", "rm_anova", "all arms", "mauchly", value = s2$sphericity.tests["t", 1], p = m(SSD(wm), X = ~ 1)$p.value)
add("visits", "rm_anova", "all arms", "greenhouse_geisser", value = s2$pval.adjustments["t", "GG eps"]); add("visits", "rm_anova", "all arms", "huynh_feldt", value = s2$pval.adjustments["t", "HF eps"])
options(contrasts = c("contr.treatment", "contr.poly"))

form <- change ~ arm * visit + baseline * visit + age
g <- gls(form, d, correlation = corSymm(form = ~ vi | patient), weights = varIdent(form = ~ 1 | visit), method = "REML", control = glsControl(tolerance = 1e-10, msTol = 1e-12, opt = "nlminb", maxIter = 500, msMaxIter = 500))
X <- model.matrix(form, d); y <- d$change; rows <- split(seq_len(nrow(d)), d$patient); ij <- do.call(rbind, lapply(1:4, function(a) cbind(a, 1:a)))
V <- function(th) { S <- matrix(0, 4, 4); S[ij] <- th; S[ij[, 2:1]] <- th; M <- matrix(0, nrow(d), nrow(d)); for (r in rows) M[r, r] <- S[d$vi[r], d$vi[r]]; M }
th <- unclass(getVarCov(g, individual = names(which(sapply(rows, length) == 4))[1]))[ij]; G <- lapply(1:10, function(j) V(replace(rep(0, 10), j, 1)))
for (i in 1:40) { # gls stops a little before the top: Fisher's scoring from there
  v <- V(th); vi <- solve(v); Phi <- solve(t(X) %*% vi %*% X); P <- vi - vi %*% X %*% Phi %*% t(X) %*% vi; Py <- P %*% y
  step <- solve(outer(1:10, 1:10, Vectorize(function(a, b) .5 * sum((P %*% G[[a]]) * t(P %*% G[[b]])))), sapply(G, function(q) -.5 * (sum(P * q) - sum(Py * (q %*% Py))))); th <- th + step; if (max(abs(step)) < 1e-12) break }
beta <- as.vector(Phi %*% t(X) %*% vi %*% y); stopifnot(max(abs(beta - coef(g))) < 1e-4)
A <- solve(outer(1:10, 1:10, Vectorize(function(a, b) as.numeric(t(Py) %*% G[[a]] %*% P %*% G[[b]] %*% Py) - .5 * sum((P %*% G[[a]]) * t(P %*% G[[b]])))))
PhiA <- pbkrtest:::vcovAdj_internal(Matrix::forceSymmetric(Matrix::Matrix(Phi)), list(Sigma = Matrix::Matrix(v), G = lapply(G, Matrix::Matrix, sparse = TRUE), n.ggamma = 10), X)
kr <- function(L) pbkrtest:::.KR_adjust(PhiA, Matrix::Matrix(Phi), L, beta, rep(0, ncol(X)))
gradient <- function(w) sapply(G, function(q) sum(w * (Phi %*% t(X) %*% vi %*% q %*% vi %*% X %*% Phi %*% w)))
satterthwaite <- function(w) { s <- sum(w * (Phi %*% w)); h <- gradient(w); 2 * s^2 / sum(h * (A %*% h)) }
point <- function(a, v) as.vector(model.matrix(form, data.frame(arm = factor(a, levels(d$arm)), visit = factor(v, levels(d$visit)), baseline = mean(d$baseline), age = mean(d$age), change = 0)))
row <- function(group, measure, visit, w) {
  e <- sum(w * beta); s <- sqrt(sum(w * (as.matrix(PhiA) %*% w))); f <- as.numeric(kr(matrix(w, 1))$ddf); q <- qt(.975, f)
  add("visits", "mmrm", group, measure, visit, e, s, e - q * s, e + q * s, e / s, NA, f, 2 * pt(-abs(e / s), f))
  s <- sqrt(sum(w * (Phi %*% w))); f <- satterthwaite(w); q <- qt(.975, f); add("visits satterthwaite", "mmrm", group, measure, visit, e, s, e - q * s, e + q * s, e / s, NA, f, 2 * pt(-abs(e / s), f))
  f <- nrow(X) - ncol(X); add("visits residual", "mmrm", group, measure, visit, e, s, statistic = e / s, df2 = f, p = 2 * pt(-abs(e / s), f))
}
for (v1 in levels(d$visit)) { for (a in levels(d$arm)) row(a, "adjusted_mean", v1, point(a, v1)); row("active v placebo", "difference", v1, point("active", v1) - point("placebo", v1)) }
several <- function(measure, L) {
  k <- kr(L); add("visits", "mmrm", "all arms", measure, statistic = as.numeric(k$Fstat), df = nrow(L), df2 = as.numeric(k$ddf), p = as.numeric(k$p.value))
  e <- eigen(L %*% Phi %*% t(L)); PL <- t(e$vectors) %*% L; nu <- apply(PL, 1, satterthwaite); f <- sum((PL %*% beta)^2 / e$values) / nrow(L); E <- sum(nu / (nu - 2)); f2 <- if (nrow(L) == 1) nu else 2 * E / (E - nrow(L)) # lmerTest::contestMD
  add("visits satterthwaite", "mmrm", "all arms", measure, statistic = f, df = nrow(L), df2 = f2, p = pf(f, nrow(L), f2, lower.tail = FALSE))
  add("visits residual", "mmrm", "all arms", measure, statistic = f, df = nrow(L), df2 = nrow(X) - ncol(X), p = pf(f, nrow(L), nrow(X) - ncol(X), lower.tail = FALSE))
}
D <- t(sapply(levels(d$visit), function(v1) point("active", v1) - point("placebo", v1))); M <- t(sapply(levels(d$visit), function(v1) .5 * (point("active", v1) + point("placebo", v1))))
several("arm", matrix(colMeans(D), 1)); several("visit", sweep(M[-1, ], 2, M[1, ])); several("arm_by_visit", sweep(D[-1, ], 2, D[1, ])); several("arm_at_any_visit", D)
e <- do.call(rbind, out); for (i in 6:13) e[[i]] <- ifelse(is.na(e[[i]]), "", format(e[[i]], digits = 15, trim = TRUE, scientific = NA)); write_lf(e, "expected-outcomes.csv")
