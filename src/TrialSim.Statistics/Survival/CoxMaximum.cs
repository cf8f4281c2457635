namespace TrialSim.Statistics.Survival;

/// <summary>Newton's search for the maximum of a Cox likelihood, whose coefficients may all be free or all but one.</summary>
internal sealed class CoxMaximum(CoxLikelihood likelihood)
{
    // Twice what the likelihood can still gain. Near the maximum each step squares it, so that one which falls by less is rounding error.
    private const double LastDecrement = 1e-16;
    private const double NearTheMaximum = 1e-12;
    private const double SlowestFall = 0.25;
    private const int MaxSteps = 100;
    private const int MaxHalvings = 20;
    private const double Rounding = 1e-11;

    // A column explained by the others up to this share of its variance is one of their combinations.
    private const double SmallestShare = 1e-11;

    // When the likelihood rises for ever, each step takes the information down by a factor of about e, and moves the hazard ratio of some
    // contrast up by as much. Below this share of what there was at no effect, that contrast has a hazard ratio of some 1e12.
    private const double VanishedInformation = 1e-12;

    private readonly int _count = likelihood.Score.Length;
    private double[] _nullDiagonal = [];

    internal double[] Coefficients { get; } = new double[likelihood.Score.Length];

    /// <summary>At the end of a search: the column that stopped it, or −1.</summary>
    internal int Column { get; private set; } = -1;

    /// <summary>The likelihood without any effect, and the score test against it.</summary>
    /// <returns>Whether no column is a combination of the others among those at risk.</returns>
    internal bool TryStart(out double value, out double scoreChiSquare)
    {
        likelihood.At(Coefficients);
        value = likelihood.Value;
        scoreChiSquare = 0.0;
        _nullDiagonal = Diagonal();
        Column = Array.FindIndex(_nullDiagonal, d => !(d > SmallestShare));
        CholeskyFactor factor = new(_count);
        Column = Column >= 0 ? Column : factor.Factor(likelihood.Information, _nullDiagonal, SmallestShare);
        if (Column >= 0)
        {
            return false;
        }

        double[] step = [.. likelihood.Score];
        factor.Solve(step);
        scoreChiSquare = Dot(step, likelihood.Score);
        return true;
    }

    /// <summary>Climbs from <see cref="Coefficients"/>; on return they, and the likelihood's own numbers, are those of the maximum.</summary>
    /// <param name="held">A column whose coefficient stays as it is, or −1.</param>
    /// <returns>Whether there is a maximum.</returns>
    internal bool TryClimb(int held)
    {
        likelihood.At(Coefficients);
        double previous = double.PositiveInfinity;
        for (int i = 0; i < MaxSteps; i++)
        {
            double[] step = [.. likelihood.Score];
            double[] information = [.. likelihood.Information];
            if (held >= 0)
            {
                Hold(held, step, information);
            }

            double[] score = [.. step];
            CholeskyFactor factor = new(_count);
            Column = factor.Factor(information, _nullDiagonal, VanishedInformation);
            if (Column >= 0)
            {
                return false;
            }

            factor.Solve(step);
            double decrement = Dot(step, score);
            if (!TryAdvance(step))
            {
                Column = decrement <= NearTheMaximum ? -1 : 0;
                return Column < 0;
            }

            if (decrement <= LastDecrement || (decrement <= NearTheMaximum && decrement >= SlowestFall * previous))
            {
                return true;
            }

            previous = decrement;
        }

        Column = 0;
        return false;
    }

    private static double Dot(double[] one, double[] other)
    {
        double sum = 0.0;
        for (int i = 0; i < one.Length; i++)
        {
            sum += one[i] * other[i];
        }

        return sum;
    }

    private double[] Diagonal()
    {
        double[] diagonal = new double[_count];
        for (int k = 0; k < _count; k++)
        {
            diagonal[k] = likelihood.Information[(k * _count) + k];
        }

        return diagonal;
    }

    private void Hold(int held, double[] score, double[] information)
    {
        score[held] = 0.0;
        for (int k = 0; k < _count; k++)
        {
            information[(held * _count) + k] = 0.0;
            information[(k * _count) + held] = 0.0;
        }

        information[(held * _count) + held] = _nullDiagonal[held];
    }

    /// <summary>Takes the step, or as many halves of it as keep the likelihood from falling.</summary>
    /// <returns>Whether there was such a step; if not, nothing has changed.</returns>
    private bool TryAdvance(double[] step)
    {
        double before = likelihood.Value;
        double[] origin = [.. Coefficients];
        double share = 1.0;
        for (int halving = 0; halving <= MaxHalvings; halving++)
        {
            for (int k = 0; k < _count; k++)
            {
                Coefficients[k] = origin[k] + (share * step[k]);
            }

            likelihood.At(Coefficients);
            if (likelihood.Value >= before - (Rounding * (1.0 + Math.Abs(before))))
            {
                return true;
            }

            share *= 0.5;
        }

        origin.CopyTo(Coefficients, 0);
        likelihood.At(Coefficients);
        return false;
    }
}
