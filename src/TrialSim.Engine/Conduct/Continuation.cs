namespace TrialSim.Engine.Conduct;

/// <summary>Whether a trial goes on after a decision.</summary>
internal enum Continuation
{
    /// <summary>It goes on.</summary>
    GoOn,

    /// <summary>It stops: no later look takes place.</summary>
    Stop,
}
