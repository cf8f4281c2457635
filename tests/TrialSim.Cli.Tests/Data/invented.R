# Makes invented.csv (written with semicolons, three spellings of missing, ties, three arms) and, with expected.R, expected.csv.
set.seed(20261)
n <- 160
d <- data.frame(
  patient = sprintf("P%03d", 1:n),
  arm = sample(c("low", "placebo", "high"), n, TRUE),
  region = sample(c("north", "south", "east"), n, TRUE),
  age = round(rnorm(n, 60, 10)),
  stage = sample(c("I", "II", "III"), n, TRUE),
  biomarker = round(rexp(n), 2))
h <- 0.05 * exp(0.4 * (d$stage == "III") - 0.5 * (d$arm == "high") + 0.01 * (d$age - 60))
d$months <- pmin(round(rexp(n, h), 1), 30)
d$outcome <- ifelse(d$months >= 30, "censored", sample(c("relapse", "death", "censored"), n, TRUE, c(0.6, 0.25, 0.15)))
d$months[c(5, 17)] <- 0
d[] <- lapply(d, as.character)
d$months[11] <- "NA"; d$outcome[30] <- "."; d$arm[44] <- ""; d$region[c(3, 71)] <- "NA"; d$age[c(8, 9)] <- "."; d$stage[99] <- ""
con <- file("invented.csv", "wb"); writeLines(c(paste(names(d), collapse = ";"), apply(d, 1, paste, collapse = ";")), con, sep = "\n"); close(con)
