using TrialSim.Engine.Randomness;
using TrialSim.Model.Time;
using TrialSim.Model.Truth;

namespace TrialSim.Benchmarks.Bare;

/// <summary>
/// What one would write for metastatic-tace-sorafenib alone, without a language: one arm of patients, each a list of what comes next (<see cref="Due"/>), of which the earliest is taken until death or loss; as
/// many draws and entries a patient, but not the same trial.
/// </summary>
/// <remarks>
/// It leaves out: conditions and effects that are read from a scenario, events and states as such, what is known apart from what is true, a change of hazard in the midst of a course other than
/// death's at progression, counterfactuals, looks and analyses.
/// </remarks>
internal sealed class BareProtocol(ulong seed)
{
    /// <summary>Patients of a replicate.</summary>
    public const int Patients = 55;

    private const int MostEntries = 8_192;
    private const double AccrualDays = 24 * DaysPer.Month;
    private const double Never = double.PositiveInfinity;
    private const double DeathsPerDayBefore = 0.01 / DaysPer.Month;
    private const double HandFootPerDay = 0.75 / DaysPer.Month;
    private const double DeathShape = 1.4;

    private static readonly double IntrahepaticPerDay = Math.Log(2) / (11 * DaysPer.Month);
    private static readonly double ExtrahepaticPerDay = Math.Log(2) / (7 * DaysPer.Month);
    private static readonly double DeathScaleDays = 5.7 * DaysPer.Month / Math.Pow(Math.Log(2), 1 / DeathShape);
    private static readonly double LossesPerDay = -Math.Log(0.95) / DaysPer.Year;

    private readonly double[] _arrival = new double[Patients];
    private readonly double[] _due = new double[Enum.GetValues<Due>().Length];
    private readonly int[] _number = new int[Enum.GetValues<Due>().Length];
    private readonly (double Day, Due What, int Figure)[] _entries = new (double, Due, int)[MostEntries];
    private int _used;
    private uint _replicate;
    private uint _patient;

    // The patient under way.
    private double _intrahepatic;
    private double _extrahepatic;
    private double _handFootLeft;
    private double _takenSince;
    private bool _isTaking;
    private bool _isStopped;
    private bool _hasFailed;
    private int _dose;
    private Response _response;

    private enum Due
    {
        Session,
        Scan,
        Safety,
        DrugStart,
        DrugHold,
        HandFoot,
        HandFootOver,
        Contact,
        OtherTherapy,
    }

    private enum Response
    {
        None,
        Progressed,
        Stable,
        Partial,
        Complete,
        Confirmed,
    }

    private bool IsTaceOver => _hasFailed || _response == Response.Confirmed;

    /// <summary>Runs one replicate.</summary>
    /// <returns>How many entries its patients have.</returns>
    public int Run(uint replicate)
    {
        _replicate = replicate;
        _used = 0;
        BareTrial.Arrive(seed, replicate, AccrualDays, _arrival);
        for (_patient = 0; _patient < Patients; _patient++)
        {
            RunPatient();
        }

        return _used;
    }

    private void RunPatient()
    {
        _due.AsSpan().Fill(Never);
        Array.Clear(_number);
        (_isTaking, _isStopped, _hasFailed, _dose, _response) = (false, false, false, 0, Response.None);
        _intrahepatic = Exponential(Purposes.Intrahepatic, 0) / IntrahepaticPerDay;
        _extrahepatic = Exponential(Purposes.Extrahepatic, 0) / ExtrahepaticPerDay;
        _handFootLeft = Exponential(Purposes.HandFoot, 0);
        double end = Math.Min(DeathDay(), Exponential(Purposes.Loss, 0) / LossesPerDay);
        _due[(int)Due.Session] = 14 * Uniform(Purposes.Session, 0);
        while (true)
        {
            int next = Earliest();
            double day = _due[next];
            if (day > end)
            {
                Note(_intrahepatic, Due.Scan, 0);
                Note(_extrahepatic, Due.Scan, 0);
                Note(end, Due.Contact, 0);
                return;
            }

            _due[next] = Never;
            Happen((Due)next, ++_number[next], day);
        }
    }

    private int Earliest()
    {
        int earliest = 0;
        for (int index = 1; index < _due.Length; index++)
        {
            earliest = _due[index] < _due[earliest] ? index : earliest;
        }

        return earliest;
    }

    private double DeathDay()
    {
        double threshold = Exponential(Purposes.Death, 0);
        double progression = Math.Min(_intrahepatic, _extrahepatic);
        double left = threshold - (DeathsPerDayBefore * progression);
        return left <= 0 ? threshold / DeathsPerDayBefore : progression + (DeathScaleDays * Math.Pow(left, 1 / DeathShape));
    }

    private void Happen(Due what, int number, double day)
    {
        switch (what)
        {
            case Due.Session:
                Note(day, what, number);
                _due[(int)Due.Scan] = day + Visit(Purposes.Scan, number);
                _due[(int)Due.Safety] = number == 1 ? day + Visit(Purposes.Safety, 0) : _due[(int)Due.Safety];
                _due[(int)Due.DrugStart] = _isStopped ? Never : day + 3 + (4 * Uniform(Purposes.DrugStart, number));
                break;
            case Due.Scan:
                Note(day, what, number);
                Scan(day, number);
                break;
            case Due.Safety:
                Note(day, what, number);
                _due[(int)Due.Safety] = day >= _extrahepatic && _hasFailed ? Never : day + Visit(Purposes.Safety, number);
                break;
            case Due.DrugStart when !_isTaking && !_isStopped:
                Note(day, what, number);
                _isTaking = true;
                _takenSince = day;
                _due[(int)Due.HandFoot] = _due[(int)Due.HandFootOver] < Never ? Never : day + (_handFootLeft / HandFootPerDay);
                break;
            case Due.DrugHold when _isTaking:
                Note(day, what, number);
                Pause(day);
                break;
            case Due.HandFoot:
                double grade = Uniform(Purposes.Grade, number);
                Note(day, what, grade < 0.3 ? 1 : grade < 0.8 ? 2 : 3);
                _dose = grade < 0.3 ? _dose : 1;
                _handFootLeft = Exponential(Purposes.HandFoot, number);
                _due[(int)Due.HandFootOver] = day + 14 + (28 * Uniform(Purposes.HandFootOver, number));
                break;
            case Due.HandFootOver:
                Note(day, what, number);
                _takenSince = day;
                _due[(int)Due.HandFoot] = _isTaking ? day + (_handFootLeft / HandFootPerDay) : Never;
                break;
            case Due.Contact:
                Note(day, what, number);
                _due[(int)Due.Contact] = day + Contact(number);
                break;
            case Due.OtherTherapy:
                Note(day, what, number);
                break;
            default:
                break; // A drug that is taken already, or not taken.
        }
    }

    private void Scan(double day, int number)
    {
        double luck = Uniform(Purposes.Response, number);
        bool isIntrahepatic = day >= _intrahepatic;
        _response = isIntrahepatic ? Response.Progressed
            : _response == Response.Complete ? Response.Confirmed
            : _hasFailed || _response == Response.Confirmed ? _response
            : luck < 0.15 ? Response.Complete
            : _response == Response.Partial || luck < 0.43 ? Response.Partial
            : Response.Stable;
        Note(day, Due.Scan, (int)_response);
        _hasFailed |= Uniform(Purposes.Failure, number) < (isIntrahepatic ? 0.85 : _response == Response.Confirmed ? 0 : 0.28);
        bool isToxic = _isTaking && Uniform(Purposes.Toxicity, number) < 0.03;
        if (!IsTaceOver)
        {
            double session = day + 1 + (13 * Uniform(Purposes.Session, number));
            _due[(int)Due.Session] = session;
            _due[(int)Due.DrugHold] = session - 1;
        }

        if (!_isStopped && (isToxic || (day >= _extrahepatic && IsTaceOver)))
        {
            Pause(day);
            _isStopped = true;
            Note(day, Due.DrugHold, _dose);
            _due[(int)Due.Contact] = day + Contact(0);
            _due[(int)Due.OtherTherapy] = Uniform(Purposes.Uptake, 0) < 0.5 ? day + 7 + (49 * Uniform(Purposes.OtherTherapy, 0)) : Never;
        }

        _due[(int)Due.Scan] = day >= _extrahepatic && _hasFailed ? Never : day + Visit(Purposes.Scan, number);
    }

    private void Pause(double day)
    {
        if (_due[(int)Due.HandFoot] < Never)
        {
            _handFootLeft = Math.Max(0, _handFootLeft - (HandFootPerDay * (day - _takenSince)));
            _due[(int)Due.HandFoot] = Never;
        }

        _isTaking = false;
    }

    private void Note(double day, Due what, int figure) => _entries[_used++] = (day, what, figure);

    // Six weeks, give or take two, mostly near six.
    private double Visit(uint purpose, int occasion)
    {
        double uniform = Uniform(purpose, occasion);
        return uniform < 0.5 ? 28 + (28 * Math.Sqrt(uniform / 2)) : 56 - (28 * Math.Sqrt((1 - uniform) / 2));
    }

    private double Contact(int occasion) => DaysPer.Month * (1 + (2 * Uniform(Purposes.Contact, occasion)));

    private double Uniform(uint purpose, int occasion) => new Draws(seed, _replicate, _patient, purpose, (uint)occasion).NextUniform();

    private double Exponential(uint purpose, int occasion) => new Draws(seed, _replicate, _patient, purpose, (uint)occasion).NextExponential();

    private static class Purposes
    {
        public const uint Intrahepatic = NamedPurpose.HighBit;
        public const uint Extrahepatic = Intrahepatic + 1;
        public const uint Death = Intrahepatic + 2;
        public const uint Loss = Intrahepatic + 3;
        public const uint HandFoot = Intrahepatic + 4;
        public const uint Grade = Intrahepatic + 5;
        public const uint HandFootOver = Intrahepatic + 6;
        public const uint Session = Intrahepatic + 7;
        public const uint Scan = Intrahepatic + 8;
        public const uint Safety = Intrahepatic + 9;
        public const uint DrugStart = Intrahepatic + 10;
        public const uint Response = Intrahepatic + 11;
        public const uint Failure = Intrahepatic + 12;
        public const uint Toxicity = Intrahepatic + 13;
        public const uint Contact = Intrahepatic + 14;
        public const uint Uptake = Intrahepatic + 15;
        public const uint OtherTherapy = Intrahepatic + 16;
    }
}
