using System.Globalization;
using TrialSim.Model.Sites;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;
using TrialSim.Scenarios.Problems;
using TrialSim.Scenarios.Resolution;

namespace TrialSim.Scenarios.Compilation;

/// <summary>Warnings about patients who cannot, or hardly will, be enrolled: limits of the sites below the planned number, and accrual that ends before it is to be expected.</summary>
internal static class EnrolmentCheck
{
    private const double HalfAPatient = 0.5;

    private static readonly DocumentPath Truth = DocumentPath.Root.Key("truth");

    /// <summary>Warns of them.</summary>
    /// <param name="patients">Patients of the design.</param>
    /// <param name="truth">The truth.</param>
    /// <param name="problems">Takes the warnings.</param>
    public static void Warn(int patients, ResolvedTruth truth, ProblemList problems)
    {
        SitePlan sites = truth.Sites.Compiled;
        long most = sites.MaxPatientsEach == SitePlan.NoLimit ? long.MaxValue : (long)sites.MaxPatientsEach * sites.Count;
        if (sites.Count > 0 && most < patients)
        {
            int enough = (patients + sites.Count - 1) / sites.Count;
            problems.Warning(
                Truth.Key("sites").Key("max_patients_each"),
                $"{sites.Count} {(sites.Count == 1 ? "site" : "sites")} with at most {sites.MaxPatientsEach} patients each have {most} together, so that no trial gets the planned {patients}. "
                + $"Write {enough} or more, more sites, or fewer patients.");
            return;
        }

        Accrual accrual = truth.Accrual.Compiled;
        double lastClosing = sites.Count == 0 ? double.PositiveInfinity : Enumerable.Range(0, sites.Count).Max(sites.ClosingDayOf);
        double end = Math.Min(accrual.UntilDay, lastClosing);
        if (double.IsFinite(end) && ExpectedBy(end, accrual, sites) is double expected && expected < patients - HalfAPatient)
        {
            bool isUntil = accrual.UntilDay <= lastClosing;
            problems.Warning(
                isUntil ? Truth.Key("accrual").Key("until") : Truth.Key("sites").Key("closing"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"By month {end / DaysPer.Month:0.#}, when {(isUntil ? "accrual ends" : "the last site closes")}, this rate brings {expected:0} of the planned {patients} patients on average. Write a later end, a higher rate, or fewer patients."));
        }
    }

    /// <summary>Patients randomised by a day, on average over replicates. A site that is full on average stays so; how far chance fills others is left aside.</summary>
    private static double ExpectedBy(double day, Accrual accrual, SitePlan sites)
    {
        double randomised = 1.0 - sites.ScreeningFailure;
        if (accrual.Basis == AccrualBasis.EachSite)
        {
            return sites.OpeningDays.Sum(opening => Math.Min(sites.MaxPatientsEach, randomised * accrual.Rate.Cumulative(Math.Clamp(day - opening, 0.0, sites.OpenForDays))));
        }

        return sites.Count == 0
            ? randomised * accrual.Rate.Cumulative(day)
            : Math.Min((double)sites.MaxPatientsEach * sites.OpeningDays.Count(opening => opening < day), randomised * SharedWhileOpen(day, accrual, sites));
    }

    // Who comes while no site is open is not screened.
    private static double SharedWhileOpen(double day, Accrual accrual, SitePlan sites)
    {
        double arrived = 0;
        double countedUpTo = 0;
        foreach (int site in Enumerable.Range(0, sites.Count).OrderBy(site => sites.OpeningDays[site]))
        {
            double from = Math.Min(day, Math.Max(countedUpTo, sites.OpeningDays[site]));
            double to = Math.Min(day, Math.Max(countedUpTo, sites.ClosingDayOf(site)));
            arrived += accrual.Rate.Cumulative(to) - accrual.Rate.Cumulative(from);
            countedUpTo = to;
        }

        return arrived;
    }
}
