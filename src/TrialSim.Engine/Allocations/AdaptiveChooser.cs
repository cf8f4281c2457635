using TrialSim.Engine.Conduct;
using TrialSim.Model.Design;
using TrialSim.Statistics.Bayesian;

namespace TrialSim.Engine.Allocations;

/// <summary>
/// Response-adaptive allocation: the shares of the arms follow what is known of the patients who came before, on the day on which the next one comes. The first patients are allocated by
/// permuted blocks of twice the ratio.
/// </summary>
internal sealed class AdaptiveChooser(TrialDesign design) : IArmChooser
{
    private const int SumsPerBlock = 2;

    // Jeffreys' prior of a Poisson rate, so that an arm without events still has a posterior; and the uniform one of a probability.
    private const double PriorEvents = 0.5;
    private const double PriorPatients = 1;

    private readonly ResponseAdaptation _rule = design.Allocation.Adaptation;
    private readonly Endpoint _endpoint = design.Endpoints[design.Allocation.Adaptation.Endpoint];
    private readonly BlockChooser _burnIn = new(design.Allocation.Ratio, [SumsPerBlock], Stratification.None);
    private readonly int[] _ratio = new int[design.Arms.Length];
    private readonly double[] _good = new double[design.Arms.Length];
    private readonly double[] _bad = new double[design.Arms.Length];
    private readonly double[] _shares = new double[design.Arms.Length];
    private readonly bool[] _isOpen = new bool[design.Arms.Length];
    private readonly BestArm _best = new(design.Arms.Length);
    private int _updatedAt;

    /// <inheritdoc/>
    public void Begin(ReadOnlySpan<int> ratio)
    {
        ratio.CopyTo(_ratio);
        _burnIn.Begin(ratio);
        _updatedAt = -1;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            _isOpen[arm] = _ratio[arm] > 0;
        }
    }

    /// <inheritdoc/>
    public byte Next(in Newcomer patient)
    {
        if (patient.Earlier < _rule.BurnIn)
        {
            return _burnIn.Next(patient);
        }

        if (_updatedAt < 0 || patient.Earlier - _updatedAt >= _rule.UpdateEvery)
        {
            Update(patient.Known);
            _updatedAt = patient.Earlier;
        }

        return ArmDraw.ByShare(_shares, patient.Draws.NextUniform());
    }

    private void Update(DataCut known)
    {
        Array.Clear(_good);
        Array.Clear(_bad);
        if (_endpoint is BinaryEndpoint binary)
        {
            Count(known, binary);
        }
        else
        {
            Count(known, (TimeToEventEndpoint)_endpoint);
        }

        if (_rule.Rule == AdaptationRule.PlayTheWinner)
        {
            FillUrn();
        }
        else
        {
            FillPosterior();
        }

        Shares.Limit(_shares, _isOpen, _rule.MinShare);
    }

    private void Count(DataCut known, BinaryEndpoint endpoint)
    {
        for (int patient = 0; patient < known.Patients; patient++)
        {
            if (known.TryAnswerOf(endpoint, patient, out bool isYes))
            {
                (isYes == (endpoint.Better == BetterDirection.Higher) ? _good : _bad)[known.Arms[patient]]++;
            }
        }
    }

    // Time at risk is good, an event bad.
    private void Count(DataCut known, TimeToEventEndpoint endpoint)
    {
        for (int patient = 0; patient < known.Patients; patient++)
        {
            if (known.TryTimeOf(endpoint, patient, out EndpointTime time))
            {
                _good[known.Arms[patient]] += time.Days;
                _bad[known.Arms[patient]] += time.HasEvent ? 1 : 0;
            }
        }
    }

    private void FillUrn()
    {
        int open = 0;
        double failures = 0;
        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            open += _isOpen[arm] ? 1 : 0;
            failures += _isOpen[arm] ? _bad[arm] : 0;
        }

        for (int arm = 0; arm < _ratio.Length; arm++)
        {
            double ofOthers = open > 1 ? (failures - _bad[arm]) / (open - 1) : 0;
            _shares[arm] = _isOpen[arm] ? _ratio[arm] + _good[arm] + ofOthers : 0;
        }
    }

    private void FillPosterior()
    {
        if (_endpoint is BinaryEndpoint)
        {
            _best.FillProportions(_good, _bad, PriorPatients, _isOpen, _shares);
        }
        else
        {
            _best.FillHazards(_bad, _good, PriorEvents, _isOpen, _shares);
        }

        for (int arm = 0; arm < _shares.Length; arm++)
        {
            _shares[arm] = _isOpen[arm] ? _ratio[arm] * Math.Pow(_shares[arm], _rule.Exponent) : 0;
        }
    }
}
