using TrialSim.Results.Data;
using TrialSim.Statistics;
using TrialSim.Statistics.Longitudinal;

namespace TrialSim.Cli.Analysis.Longitudinal;

/// <summary>Analysis of variance of repeated measures: arm, visit and their interaction, with the corrections for lack of sphericity.</summary>
internal static class RepeatedAnovaMethod
{
    private const string Name = "rm_anova";

    public static MethodOutput Run(RepeatedData data)
    {
        int visits = data.Visits.Count;
        IGrouping<int, int>[] all = [.. data.Rows.GroupBy(row => data.PatientOfRow[row])];
        IGrouping<int, int>[] complete = [.. all.Where(rows => rows.Count() == visits)];
        double[] values = [.. complete.SelectMany(rows => rows.OrderBy(row => data.VisitOfRow[row]).Select(row => data.Values[row]))];
        int[] arms = [.. complete.Select(rows => data.Cohort.ArmOfRow[rows.First()])];
        RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.Of(values, visits, arms, TimeAverage.Patients);
        Findings effects = new("Effects", 1, "Effect", "F", "df", "df of error", "p", "p (Greenhouse–Geisser)", "p (Huynh–Feldt)");
        AnalysisFigure figure = new(Name, "all arms", "") { Patients = complete.Length };
        if (arms.Distinct().Count() > 1)
        {
            Add(effects, "arm", figure with { Measure = "arm" }, anova.Group, 0.0, 0.0);
            if (data.Baselines.Length > 0)
            {
                AddChange(effects, figure with { Measure = "arm_change" }, data, complete);
            }
        }

        Add(effects, "visit", figure with { Measure = "visit" }, anova.Time, anova.GreenhouseGeisser, anova.HuynhFeldt);
        if (arms.Distinct().Count() > 1)
        {
            VarianceRatio typeThree = RepeatedMeasuresAnova.Of(values, visits, arms, TimeAverage.Groups).Time;
            Add(effects, "visit, type III", figure with { Measure = "visit_type_3" }, typeThree, anova.GreenhouseGeisser, anova.HuynhFeldt);
            Add(effects, "arm × visit", figure with { Measure = "arm_by_visit" }, anova.Interaction, anova.GreenhouseGeisser, anova.HuynhFeldt);
        }

        Findings sphericity = new("Sphericity", 1, "Measure", "Value", "p");
        if (anova.GreenhouseGeisser > 0)
        {
            MauchlyTest mauchly = anova.Mauchly;
            if (mauchly.IsEstimable)
            {
                sphericity.Add(["Mauchly's W", AnalysisText.Number(mauchly.W), AnalysisText.PValue(mauchly.PValue)], figure with { Measure = "mauchly", Value = mauchly.W, PValue = mauchly.PValue });
            }
            else if (visits > 2)
            {
                sphericity.AddMissing(["Mauchly's W"], figure with { Measure = "mauchly" }, mauchly.Reason);
            }

            sphericity.Add(["Greenhouse–Geisser ε", AnalysisText.Number(anova.GreenhouseGeisser), AnalysisText.Blank], figure with { Measure = "greenhouse_geisser", Value = anova.GreenhouseGeisser });
            sphericity.Add(["Huynh–Feldt ε", AnalysisText.Number(anova.HuynhFeldt), AnalysisText.Blank], figure with { Measure = "huynh_feldt", Value = anova.HuynhFeldt });
        }

        string left = complete.Length == all.Length ? "" : $"; {Description.Counted(all.Length - complete.Length, "patient")} with a missing visit left out";
        string changes = data.Baselines.Length == 0 ? ""
            : $" Of {data.Endpoint.Value} itself, and of its change from {data.Endpoint.Baseline} where it says so; visit and arm × visit are the same for both.";
        return Findings.Output(
            "Repeated-measures analysis of variance",
            [
                $"{Description.Counted(complete.Length, "complete patient")}{left}. As R's aov with Error(patient/visit) and car's Anova (type II; type III weighs arms equally in the means of a visit, as SPSS and SAS do). "
                + $"ε above 1 counts as 1; Huynh–Feldt has Lecoutre's correction.{changes}",
            ],
            effects,
            sphericity);
    }

    // Less its baseline a patient's values keep their differences between visits, so that only the arms compare otherwise.
    private static void AddChange(Findings effects, AnalysisFigure figure, RepeatedData data, IGrouping<int, int>[] complete)
    {
        IGrouping<int, int>[] known = [.. complete.Where(rows => rows.All(row => !double.IsNaN(data.Baselines[row])))];
        double[] changes = [.. known.SelectMany(rows => rows.OrderBy(row => data.VisitOfRow[row]).Select(row => data.Values[row] - data.Baselines[row]))];
        int[] arms = [.. known.Select(rows => data.Cohort.ArmOfRow[rows.First()])];
        AnalysisFigure ofKnown = figure with { Patients = known.Length };
        if (arms.Distinct().Count() > 1)
        {
            Add(effects, "arm, changes", ofKnown, RepeatedMeasuresAnova.Of(changes, data.Visits.Count, arms, TimeAverage.Patients).Group, 0.0, 0.0);
        }
        else
        {
            effects.AddMissing(["arm, changes"], ofKnown, NotEstimable.OneArmEmpty);
        }
    }

    private static void Add(Findings findings, string effect, AnalysisFigure figure, VarianceRatio test, double greenhouseGeisser, double huynhFeldt)
    {
        if (!test.IsEstimable)
        {
            findings.AddMissing([effect], figure, test.Reason);
            return;
        }

        List<AnalysisFigure> figures =
        [
            figure with { Statistic = test.F, DegreesOfFreedom = test.NumeratorDegreesOfFreedom, DenominatorDegreesOfFreedom = test.DenominatorDegreesOfFreedom, PValue = test.PValue },
        ];
        string[] corrected = [AnalysisText.Blank, AnalysisText.Blank];
        (double Epsilon, string Measure)[] forms = [(greenhouseGeisser, "greenhouse_geisser"), (huynhFeldt, "huynh_feldt")];
        for (int form = 0; form < forms.Length; form++)
        {
            // Huynh and Feldt's ε may fall to 0 and below with very few patients, where it means nothing.
            if (forms[form].Epsilon > 0.0)
            {
                double p = test.CorrectedPValue(forms[form].Epsilon);
                double factor = Math.Min(1.0, forms[form].Epsilon);
                corrected[form] = AnalysisText.PValue(p);
                figures.Add(figures[0] with
                {
                    Measure = $"{figure.Measure}_{forms[form].Measure}",
                    DegreesOfFreedom = factor * test.NumeratorDegreesOfFreedom,
                    DenominatorDegreesOfFreedom = factor * test.DenominatorDegreesOfFreedom,
                    PValue = p,
                });
            }
        }

        findings.Add(
            [effect, AnalysisText.Number(test.F), AnalysisText.Degrees(test.NumeratorDegreesOfFreedom), AnalysisText.Degrees(test.DenominatorDegreesOfFreedom), AnalysisText.PValue(test.PValue), .. corrected], figures);
    }
}
