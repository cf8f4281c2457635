using BenchmarkDotNet.Attributes;
using TrialSim.Engine.Analyses;
using TrialSim.Engine.MonteCarlo;
using TrialSim.Model;
using TrialSim.Model.Decisions;
using TrialSim.Model.Design;
using TrialSim.Model.Testing;
using TrialSim.Statistics.GroupSequential;

namespace TrialSim.Benchmarks;

/// <summary>
/// 10,000 replicates of 600 patients with looks at 165 and 330 deaths that stop at the bounds of O'Brien–Fleming spending: through the whole engine on one worker, beside the bare
/// loop of the same trial; and with patients who come in one by one on the calendar, as they do where decisions may change who comes in.
/// </summary>
[MemoryDiagnoser]
public class TwoLooksByEvents
{
    /// <summary>Replicates of one measurement.</summary>
    public const uint Replicates = 10_000;

    private const string Yaml =
        """
        trialsim: 1
        name: two-looks
        design:
          patients: 600
          arms: {control: {role: control}, experimental: {}}
          endpoints: {os: {events: [death]}}
          looks:
            interim: {when: {events: {endpoint: os, count: 165}}}
            final: {when: {events: {endpoint: os, count: 330}}}
          analyses: {os_test: {endpoint: os, method: log_rank}}
          testing: {one_sided_alpha: 0.025}
        truth:
          accrual: {duration: 24mo}
          events: {death: {hazard: {median: 12mo}}}
          effects: [{on: death, hazard_ratio: 0.7, while: {arm: experimental}}]
        """;

    private readonly Trial _stopping;
    private readonly Trial _oneByOne;

    /// <summary>Reads the scenario and adds its bounds.</summary>
    public TwoLooksByEvents()
    {
        Trial trial = BenchmarkScenario.Read(Yaml);
        SequentialTest test = new(
            0,
            [0, 1],
            new SequentialPlan(EfficacyPlan.FromSpending(Spending.OBrienFleming(0.025), []), FutilityPlan.None, FutilityRule.NonBinding),
            3.24,
            [165, 330],
            RejectionSides.Benefit,
            StageCombination.AllData);
        Decision stop = new("stop", [0, 1], new DecisionCondition.Rejected(0), new DecisionAction.StopTrial(StopReason.Efficacy));
        Decision never = new("close", [0], new DecisionCondition.Negated(new DecisionCondition.Always()), new DecisionAction.StopAccrual());
        _stopping = trial with { Design = trial.Design with { Testing = new TestingPlan([test], []), Decisions = [stop] } };
        _oneByOne = _stopping with { Design = _stopping.Design with { Decisions = [stop, never] } };
    }

    /// <summary>The price to compare with.</summary>
    [Benchmark(Baseline = true)]
    public int BareLoop() => BareTwoLookTrial.Rejections(_stopping.Run.Seed, Replicates).Either;

    /// <summary>Scenario, engine, looks, bounds and stops.</summary>
    [Benchmark]
    public int Engine() => Rejections(_stopping);

    /// <summary>The same with each patient and each death on the calendar.</summary>
    [Benchmark]
    public int EngineOneByOne() => Rejections(_oneByOne);

    private static int Rejections(Trial trial)
    {
        int rejections = 0;
        Campaign.Run(trial, trial.Run.Seed, new ReplicateRange(1, Replicates), CurvePlan.None, 1, batch =>
        {
            for (int index = 0; index < batch.Count; index++)
            {
                rejections += batch.RejectionLooksOf(index)[0] >= 0 ? 1 : 0;
            }
        }, CancellationToken.None);
        return rejections;
    }
}
