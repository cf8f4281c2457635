namespace TrialSim.Kernel;

/// <summary>How far a request has come.</summary>
internal enum RequestStage : byte
{
    Waiting,
    Served,
    Released,
}
