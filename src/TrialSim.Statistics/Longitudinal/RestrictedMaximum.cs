namespace TrialSim.Statistics.Longitudinal;

/// <summary>The covariance at which the restricted likelihood is largest, with the inverse informations there.</summary>
/// <param name="At">The likelihood at its maximum.</param>
/// <param name="Derivatives">Its derivatives.</param>
/// <param name="ExpectedInverse">Inverse of the expected information.</param>
/// <param name="ObservedInverse">Inverse of the observed information.</param>
internal sealed record RestrictedMaximum(RestrictedLikelihood At, LikelihoodDerivatives Derivatives, double[] ExpectedInverse, double[] ObservedInverse)
{
    private const int MaxSteps = 500;
    private const double NearTheTop = 1.0;
    private const double AtTheTop = 1e-20;
    private const double NearRounding = 1e-10;

    /// <summary>Fisher's scoring until near the top, then Newton's steps; each is halved until the likelihood rises.</summary>
    /// <param name="at">Where to start.</param>
    /// <param name="reason">Why there is no maximum.</param>
    /// <returns>The maximum, where there is one.</returns>
    internal static RestrictedMaximum? From(RestrictedLikelihood at, out NotEstimable reason)
    {
        reason = at.IsDefined ? NotEstimable.Diverges : NotEstimable.Collinear;
        int unknowns = at.Unknowns;
        double[] expectedInverse = new double[unknowns * unknowns];
        double[] observedInverse = new double[unknowns * unknowns];
        double lastGain = double.PositiveInfinity;
        for (int i = 0; at.IsDefined && i < MaxSteps; i++)
        {
            LikelihoodDerivatives derivatives = new(at);
            if (!SymmetricMatrix.TryInvert(derivatives.ExpectedInformation, unknowns, expectedInverse, out _))
            {
                reason = NotEstimable.TooFewObservations;
                return null;
            }

            bool isConcave = SymmetricMatrix.TryInvert(derivatives.ObservedInformation, unknowns, observedInverse, out _);
            double[] step = derivatives.Step(expectedInverse);
            double gain = derivatives.Gain(step);
            if (isConcave && gain < NearTheTop)
            {
                step = derivatives.Step(observedInverse);
                gain = derivatives.Gain(step);
            }

            // Newton's gains fall quadratically: one that does not, and is this small, is rounding.
            if (gain <= AtTheTop || (gain < NearRounding && gain > 0.1 * lastGain))
            {
                reason = isConcave ? NotEstimable.None : NotEstimable.Diverges;
                return isConcave ? new RestrictedMaximum(at, derivatives, expectedInverse, observedInverse) : null;
            }

            lastGain = gain;
            at = Risen(at, step);
        }

        return null;
    }

    private static RestrictedLikelihood Risen(RestrictedLikelihood at, double[] step)
    {
        double least = at.LogLikelihood - (1e-12 * Math.Abs(at.LogLikelihood));
        double length = 1.0;
        RestrictedLikelihood next = at.Moved(step, length);
        while (length > 1e-10 && !(next.IsDefined && next.LogLikelihood >= least))
        {
            length *= 0.5;
            next = at.Moved(step, length);
        }

        return next;
    }
}
