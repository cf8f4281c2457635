using TrialSim.Engine.Analyses;

namespace TrialSim.Engine.MonteCarlo;

/// <summary>The fields of a row that are not 0 and therefore written.</summary>
[Flags]
internal enum RowFields : ushort
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><see cref="ResultRow.Patients"/>.</summary>
    Patients = 1 << 0,

    /// <summary><see cref="ResultRow.Events"/>.</summary>
    Events = 1 << 1,

    /// <summary><see cref="ResultRow.Estimate"/>.</summary>
    Estimate = 1 << 2,

    /// <summary><see cref="ResultRow.StandardError"/>.</summary>
    StandardError = 1 << 3,

    /// <summary><see cref="ResultRow.Lower"/>.</summary>
    Lower = 1 << 4,

    /// <summary><see cref="ResultRow.Upper"/>.</summary>
    Upper = 1 << 5,

    /// <summary><see cref="ResultRow.Z"/>.</summary>
    Z = 1 << 6,

    /// <summary><see cref="ResultRow.PValue"/>.</summary>
    PValue = 1 << 7,

    /// <summary><see cref="ResultRow.Verdict"/>.</summary>
    Verdict = 1 << 8,

    /// <summary><see cref="ResultRow.Reason"/>.</summary>
    Reason = 1 << 9,
}
