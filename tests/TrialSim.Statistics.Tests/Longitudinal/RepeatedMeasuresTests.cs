using MathNet.Numerics.LinearAlgebra;
using TrialSim.Statistics.Longitudinal;
using TrialSim.Statistics.Probability;
using TrialSim.Statistics.Tests.Survival;
using Xunit;

namespace TrialSim.Statistics.Tests.Longitudinal;

// Reference/longitudinal/make.R holds the calls.
public sealed class RepeatedMeasuresTests
{
    // summary(aov(y ~ group * time + Error(id/time))); car's Anova(…, idesign = ~ time, type = 3) with its corrections.
    [Fact, Trait("Source", "AgainstR")]
    public void Anova_AnyGroups_MatchesAovAndCar()
    {
        foreach (ReferenceRow row in ReferenceRow.ReadAll("longitudinal/repeated.csv"))
        {
            int visits = (int)row.Number("visits");
            int[] group = [.. TwoSampleTests.Values(row["group"]).Select(g => (int)g)];
            double[] values = TwoSampleTests.Values(row["values"]);

            RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.Of(values, visits, group, TimeAverage.Patients);
            RepeatedMeasuresAnova typeThree = RepeatedMeasuresAnova.Of(values, visits, group, TimeAverage.Groups);

            Close.Relative(row.Number("f_group"), anova.Group.F, 1e-9, 1e-12);
            Close.Relative(row.Number("p_group"), anova.Group.PValue, 1e-9);
            Close.Relative(row.Number("f_time"), anova.Time.F, 1e-9, 1e-12);
            Close.Relative(row.Number("p_time"), anova.Time.PValue, 1e-9);
            Close.Relative(row.Number("f_interaction"), anova.Interaction.F, 1e-9, 1e-12);
            Close.Relative(row.Number("p_interaction"), anova.Interaction.PValue, 1e-9);
            Close.Relative(row.Number("f_time3"), typeThree.Time.F, 1e-9, 1e-12);
            Close.Relative(row.Number("p_time3"), typeThree.Time.PValue, 1e-9);
            Assert.Equal(anova.Interaction.F, typeThree.Interaction.F);
            Close.Relative(row.Number("gg"), anova.GreenhouseGeisser, 1e-10);
            Close.Relative(row.Number("p_gg"), anova.Interaction.CorrectedPValue(anova.GreenhouseGeisser), 1e-9);
            if (row["hf"] != "NA")
            {
                // car prints ε̃ as it is, and counts what lies above 1 as 1.
                Close.Relative(row.Number("hf"), anova.HuynhFeldt, 1e-10);
                Close.Relative(row.Number("p_hf"), anova.Interaction.CorrectedPValue(anova.HuynhFeldt), 1e-9);
            }
        }
    }

    // Two visits: the interaction is the t test of the changes, squared; the group effect that of the means.
    [Fact, Trait("Source", "Theory")]
    public void Anova_TwoVisitsOfTwoGroups_IsTheTTest()
    {
        double[] values = [5, 7, 6, 9, 4, 4.5, 8, 8.2, 3, 9, 2, 7.5, 5, 9.9];
        int[] group = [0, 0, 0, 0, 1, 1, 1];

        RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.Of(values, 2, group, TimeAverage.Patients);
        double t = TwoSampleT.Test([2, 3, 0.5, 0.2], [6, 5.5, 4.9], VarianceForm.Pooled).T;

        Close.Relative(t * t, anova.Interaction.F, 1e-12);
        Close.Relative(1.0, anova.GreenhouseGeisser, 1e-12);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Anova_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, RepeatedMeasuresAnova.Of([], 2, [], TimeAverage.Patients).Time.Reason);
        Assert.Equal(NotEstimable.TooFewObservations, RepeatedMeasuresAnova.Of([1, 2], 2, [0], TimeAverage.Patients).Time.Reason);
        RepeatedMeasuresAnova oneGroup = RepeatedMeasuresAnova.Of([1, 2, 3, 5], 2, [0, 0], TimeAverage.Groups);
        Assert.Equal(NotEstimable.OneArmEmpty, oneGroup.Group.Reason);
        Assert.True(oneGroup.Time.IsEstimable);
        Assert.Equal(NotEstimable.NoVariance, RepeatedMeasuresAnova.Of([0.1, 0.1, 0.1, 0.1], 2, [0, 0], TimeAverage.Groups).Time.Reason);
        Assert.StartsWith("3 values are not 1 patients with 2 visits.", Assert.Throws<ArgumentException>(() => RepeatedMeasuresAnova.Of([1, 2, 3], 2, [0], TimeAverage.Groups)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => RepeatedMeasuresAnova.Of([1, 2], 1, [0, 0], TimeAverage.Groups));

        // With one patient more than groups ε̃ is 0/0, and ε̂ = 1 of two visits counts.
        Close.Relative(1.0, oneGroup.HuynhFeldt, 1e-12);
    }

    // Every patient has the same course, of which rounding leaves differences of the mean's last digits: no variance, not a very small one.
    [Theory, Trait("Source", "ByHand")]
    [InlineData(0.0, 0.0)]
    [InlineData(1.0 / 3.0, 0.1)]
    [InlineData(1e9 / 3.0, 1e9 / 7.0)]
    public void Anova_SameCourseOfAll_HasNoVariance(double first, double second)
    {
        double[] values = [.. Enumerable.Range(0, 11).SelectMany(_ => new[] { first, second, first - second })];

        RepeatedMeasuresAnova anova = RepeatedMeasuresAnova.Of(values, 3, [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1], TimeAverage.Patients);

        Assert.Equal((NotEstimable.NoVariance, NotEstimable.NoVariance, NotEstimable.NoVariance), (anova.Group.Reason, anova.Time.Reason, anova.Interaction.Reason));
        Assert.Equal((0.0, 0.0, NotEstimable.NoVariance), (anova.GreenhouseGeisser, anova.HuynhFeldt, anova.Mauchly.Reason));
    }

    // Restricted maximum likelihood with dense matrices, to the last digit, and nlme::gls within its own tolerance.
    [Fact, Trait("Source", "AgainstR")]
    public void Model_MissingVisits_MatchesGls()
    {
        foreach (ReferenceRow row in ReferenceRow.ReadAll("longitudinal/mixed.csv"))
        {
            int visits = (int)row.Number("visits");
            int columns = (int)row.Number("columns");
            RepeatedMeasuresModel model = Fit(row);
            Assert.Equal(NotEstimable.None, model.Reason);
            Close.Relative(row.Number("l"), model.LogLikelihood, 1e-10);
            Close.Relative(row.Number("gls_l"), model.LogLikelihood, 1e-9);
            double[] sigma = TwoSampleTests.Values(row["sigma"]);
            for (int i = 0; i < sigma.Length; i++)
            {
                Close.Relative(sigma[i], model.VisitCovariance(i / visits, i % visits), 1e-8, 1e-8);
            }

            double[] weights = new double[columns];
            for (int a = 0; a < columns; a++)
            {
                Array.Clear(weights);
                weights[a] = 1.0;
                MeanContrast plain = model.Contrast(weights, DegreesOfFreedomMethod.Residual);
                Close.Relative(TwoSampleTests.Values(row["beta"])[a], model.Coefficient(a), 1e-8, 1e-9);
                Close.Relative(TwoSampleTests.Values(row["error"])[a], plain.StandardError, 1e-8);
                Close.Relative(TwoSampleTests.Values(row["gls_beta"])[a], plain.Estimate, 1e-4, 1e-4);
                Close.Relative(TwoSampleTests.Values(row["gls_error"])[a], plain.StandardError, 2e-5);
            }

            double[] last = TwoSampleTests.Values(row["contrast"]);
            MeanContrast kenwardRoger = model.Contrast(last, DegreesOfFreedomMethod.KenwardRoger);
            MeanContrast satterthwaite = model.Contrast(last, DegreesOfFreedomMethod.Satterthwaite);
            Close.Relative(row.Number("estimate"), kenwardRoger.Estimate, 1e-8, 1e-9);
            Close.Relative(row.Number("kr"), kenwardRoger.StandardError, 1e-8);
            Close.Relative(row.Number("df_kr"), kenwardRoger.DegreesOfFreedom, 1e-8);
            Close.Relative(row.Number("plain"), satterthwaite.StandardError, 1e-8);
            Close.Relative(row.Number("df_s"), satterthwaite.DegreesOfFreedom, 1e-8);
        }
    }

    // Without missing visits the last visit's comparison is the t test of that visit: error, degrees and all.
    [Theory, Trait("Source", "Theory")]
    [InlineData(DegreesOfFreedomMethod.KenwardRoger)]
    [InlineData(DegreesOfFreedomMethod.Satterthwaite)]
    public void Model_CompleteVisits_IsTheTTestOfEachVisit(DegreesOfFreedomMethod method)
    {
        double[] control = [5, 7, 6.5, 6, 9, 8, 4, 4.5, 7, 8, 8.2, 9];
        double[] experimental = [3, 9, 9.5, 2, 7.5, 8, 5, 9.9, 14, 6, 7, 11, 4, 4, 9];
        RepeatedMeasuresModel model = FitMeans(control, experimental, 3);

        MeanContrast contrast = model.Contrast([0, 0, 0, 0, 0, 1], method);
        MeanContrast test = TwoSampleT.Test([6.5, 8, 7, 9], [9.5, 8, 14, 11, 9], VarianceForm.Pooled);

        Close.Relative(test.Estimate, contrast.Estimate, 1e-9);
        Close.Relative(test.StandardError, contrast.StandardError, 1e-9);
        Close.Relative(test.DegreesOfFreedom, contrast.DegreesOfFreedom, 1e-8);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Model_DegenerateData_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoPatients, RepeatedMeasuresModel.Fit([], 1, [], [], [], 2).Reason);
        Assert.Equal(NotEstimable.TooFewObservations, RepeatedMeasuresModel.Fit([1], 1, [3], [0], [0], 1).Reason);
        Assert.Equal(NotEstimable.Collinear, RepeatedMeasuresModel.Fit([1, 1, 1, 1, 1, 1], 2, [3, 4, 5], [0, 1, 2], [0, 0, 0], 1).Reason);
        Assert.Equal(NotEstimable.NoVariance, RepeatedMeasuresModel.Fit([1, 1, 1, 1], 1, [3, 4, 5, 4], [0, 1, 2, 3], [0, 0, 0, 0], 2).Reason);

        // Nobody was seen at both visits: their covariance cannot be known.
        RepeatedMeasuresModel apart = RepeatedMeasuresModel.Fit([1, 1, 1, 1, 1, 1], 1, [3, 4, 5, 4, 7, 1], [0, 1, 2, 3, 4, 5], [0, 0, 0, 1, 1, 1], 2);
        Assert.Equal(NotEstimable.TooFewObservations, apart.Reason);
        Assert.Equal(NotEstimable.TooFewObservations, apart.Contrast([1], DegreesOfFreedomMethod.KenwardRoger).Reason);

        // Two patients at three visits: the covariance is singular.
        Assert.False(RepeatedMeasuresModel.Fit([1, 1, 1, 1, 1, 1], 1, [3, 4, 5, 4, 7, 1], [0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 2], 3).IsEstimable);
        Assert.Throws<ArgumentException>(() => RepeatedMeasuresModel.Fit([1, 1, 1], 1, [3, 4, 5], [0, 0, 1], [0, 0, 1], 2));
        Assert.Throws<ArgumentException>(() => RepeatedMeasuresModel.Fit([1, 1, 1], 1, [3, 4, 5], [0, 0], [0, 0, 1], 2));
    }

    // One visit: ordinary least squares, of a million patients too.
    [Fact, Trait("Source", "Theory")]
    public void Model_OneVisitOfMany_IsLeastSquares()
    {
        const int Patients = 1_000_000;
        double[] design = new double[2 * Patients];
        double[] response = new double[Patients];
        int[] patient = new int[Patients];
        for (int i = 0; i < Patients; i++)
        {
            design[2 * i] = 1.0;
            design[(2 * i) + 1] = i % 2;
            response[i] = (i * 7919L % 1009) + (i % 2);
            patient[i] = i;
        }

        MeanContrast expected = LinearModel.Fit(design, 2, response).Coefficient(1);
        MeanContrast actual = RepeatedMeasuresModel.Fit(design, 2, response, patient, new int[Patients], 1)
            .Contrast([0, 1], DegreesOfFreedomMethod.KenwardRoger);

        Close.Relative(expected.Estimate, actual.Estimate, 1e-8);
        Close.Relative(expected.StandardError, actual.StandardError, 1e-8);
        Close.Relative(expected.DegreesOfFreedom, actual.DegreesOfFreedom, 1e-6);
    }

    private static RepeatedMeasuresModel Fit(ReferenceRow row) => RepeatedMeasuresModel.Fit(
        TwoSampleTests.Values(row["design"]),
        (int)row.Number("columns"),
        TwoSampleTests.Values(row["y"]),
        [.. TwoSampleTests.Values(row["patient"]).Select(v => (int)v)],
        [.. TwoSampleTests.Values(row["visit"]).Select(v => (int)v)],
        (int)row.Number("visits"));

    /// <summary>A mean for each visit, and a difference of the arms for each visit.</summary>
    private static RepeatedMeasuresModel FitMeans(double[] control, double[] experimental, int visits)
    {
        double[] response = [.. control, .. experimental];
        double[] design = new double[response.Length * 2 * visits];
        int[] patient = new int[response.Length];
        int[] visit = new int[response.Length];
        for (int i = 0; i < response.Length; i++)
        {
            patient[i] = i / visits;
            visit[i] = i % visits;
            design[(i * 2 * visits) + visit[i]] = 1.0;
            design[(i * 2 * visits) + visits + visit[i]] = i < control.Length ? 0.0 : 1.0;
        }

        return RepeatedMeasuresModel.Fit(design, 2 * visits, response, patient, visit, visits);
    }

    // With complete data Kenward and Roger's F of all differences is Hotelling's T²: F = T²·(N − k − 1)/(k·(N − 2)) with k and N − k − 1 degrees of freedom.
    [Fact, Trait("Source", "Theory")]
    public void KenwardRoger_CompleteData_IsHotellingsTSquared()
    {
        const int Visits = 3;
        double[][] patients = [[5, 7, 6], [9, 4, 4.5], [8, 8.2, 3], [4, 6, 7], [9, 2, 7.5], [5, 9.9, 8], [6, 7.1, 9.3], [3.3, 8.8, 9], [7, 9, 12]];
        int[] arm = [0, 0, 0, 0, 1, 1, 1, 1, 1];
        double[] design = new double[patients.Length * Visits * 2 * Visits];
        for (int row = 0; row < patients.Length * Visits; row++)
        {
            design[(row * 2 * Visits) + (arm[row / Visits] * Visits) + (row % Visits)] = 1.0;
        }

        RepeatedMeasuresModel model = RepeatedMeasuresModel.Fit(
            design, 2 * Visits, [.. patients.SelectMany(own => own)], [.. Enumerable.Range(0, patients.Length * Visits).Select(row => row / Visits)],
            [.. Enumerable.Range(0, patients.Length * Visits).Select(row => row % Visits)], Visits);
        double[] weights = new double[Visits * 2 * Visits];
        for (int visit = 0; visit < Visits; visit++)
        {
            weights[(visit * 2 * Visits) + visit] = -1.0;
            weights[(visit * 2 * Visits) + Visits + visit] = 1.0;
        }

        VarianceRatio test = model.Test(weights, Visits, DegreesOfFreedomMethod.KenwardRoger);

        Close.Relative(HotellingF(patients, arm), test.F, 1e-8);
        Close.Relative(5.0, test.DenominatorDegreesOfFreedom, 1e-8);
        Close.Relative(FisherF.UpperTail(HotellingF(patients, arm), 3, 5), test.PValue, 1e-7);
    }

    // One combination: the F test is the t test, squared, whatever the method.
    [Fact, Trait("Source", "Theory")]
    public void Test_OneCombination_IsTheContrastSquared()
    {
        double[] design = [1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 1];
        RepeatedMeasuresModel model = RepeatedMeasuresModel.Fit(
            design, 4, [5, 7, 6, 6.5, 4, 8, 9, 7.5, 9.9, 7.1, 11], [0, 0, 1, 1, 2, 3, 3, 4, 4, 5, 5], [0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1], 2);
        double[] weights = [0, -1, 0, 1];

        foreach (DegreesOfFreedomMethod method in Enum.GetValues<DegreesOfFreedomMethod>())
        {
            MeanContrast contrast = model.Contrast(weights, method);
            VarianceRatio test = model.Test(weights, 1, method);
            Assert.True(contrast.IsEstimable);
            Close.Relative(contrast.T * contrast.T, test.F, 1e-9);
            Close.Relative(contrast.DegreesOfFreedom, test.DenominatorDegreesOfFreedom, 1e-9);
            Close.Relative(contrast.TwoSidedPValue, test.PValue, 1e-9);
        }
    }

    // y <- matrix(c(5,7,6,9, 4,4.5,8,8.2, 3,9,2,7.5, 5,9.9,6,6.1, 8,8,7,9, 2,4,7,5, 6,3,3,8), ncol = 4, byrow = TRUE)
    // mauchly.test(lm(y ~ factor(c(0,0,0,1,1,1,1))), X = ~ 1): W = 0.105946715402; p-value 0.1499558622070 as
    // it is, 0.1496542554641 with its second-order term's 3 * p corrected to 3 * pp, the number of contrasts (Anderson 1958, 10.7).
    [Fact, Trait("Source", "AgainstR")]
    public void Mauchly_TwoGroupsOfFourVisits_MatchesMauchlyTest()
    {
        double[] values = [5, 7, 6, 9, 4, 4.5, 8, 8.2, 3, 9, 2, 7.5, 5, 9.9, 6, 6.1, 8, 8, 7, 9, 2, 4, 7, 5, 6, 3, 3, 8];

        MauchlyTest mauchly = RepeatedMeasuresAnova.Of(values, 4, [0, 0, 0, 1, 1, 1, 1], TimeAverage.Patients).Mauchly;

        Close.Relative(0.105946715402, mauchly.W, 1e-9);
        Close.Relative(0.1496542554641, mauchly.PValue, 1e-9);
    }

    [Fact, Trait("Source", "ByHand")]
    public void Mauchly_TwoVisitsOrTooFewPatients_GivesTheReason()
    {
        Assert.Equal(NotEstimable.NoVariance, RepeatedMeasuresAnova.Of([1, 2, 4, 3, 2, 6], 2, [0, 0, 0], TimeAverage.Patients).Mauchly.Reason);
        Assert.Equal(NotEstimable.TooFewObservations, RepeatedMeasuresAnova.Of([1, 2, 4, 3, 2, 6, 5, 1], 4, [0, 0], TimeAverage.Patients).Mauchly.Reason);
    }

    private static double HotellingF(double[][] patients, int[] arm)
    {
        int k = patients[0].Length;
        int n = patients.Length;
        Matrix<double> all = Matrix<double>.Build.DenseOfRowArrays(patients);
        Vector<double>[] means = [.. Enumerable.Range(0, 2).Select(a => Vector<double>.Build.DenseOfEnumerable(
            Enumerable.Range(0, k).Select(visit => Enumerable.Range(0, n).Where(patient => arm[patient] == a).Average(patient => all[patient, visit]))))];
        Matrix<double> within = Matrix<double>.Build.Dense(k, k);
        for (int patient = 0; patient < n; patient++)
        {
            Vector<double> deviation = all.Row(patient) - means[arm[patient]];
            within += deviation.OuterProduct(deviation) / (n - 2);
        }

        Vector<double> difference = means[1] - means[0];
        double size = (double)arm.Count(a => a == 0) * arm.Count(a => a == 1) / n;
        return size * difference.DotProduct(within.Inverse() * difference) * (n - k - 1) / (k * (n - 2));
    }
}
