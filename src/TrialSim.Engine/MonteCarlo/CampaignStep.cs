namespace TrialSim.Engine.MonteCarlo;

/// <summary>What the thread that called a campaign does next.</summary>
internal enum CampaignStep
{
    /// <summary>Nothing more.</summary>
    End,

    /// <summary>It simulates a batch.</summary>
    Simulate,

    /// <summary>It passes on the batch that is due.</summary>
    Consume,
}
