using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace TrialSim.Cli.Commands;

/// <summary>Adds examples to the end of each command's <c>--help</c>.</summary>
internal static class CommandExamples
{
    // System.CommandLine 3.0.0 fails where there is no room for its two columns.
    private const int NarrowestHelp = 20;

    private static readonly (string Command, string[] Lines)[] All =
    [
        ("trialsim",
        [
            "trialsim init my-trial.yaml && trialsim run my-trial.yaml",
            "trialsim run scenarios/three-arm-tace.yaml",
        ]),
        ("run",
        [
            "trialsim run scenarios/three-arm-tace.yaml",
            "trialsim run my-trial.yaml --replicates 100000 --seed 7 --out results/large",
            "trialsim run my-trial.yaml --with-null",
            "trialsim run my-trial.yaml --ignore-stopping --out results/to-the-end",
            "trialsim run my-trial.yaml --precision 0.005 --precision-of power:os_test",
            "trialsim run my-trial.yaml --replicates 1000000 --resume",
            "trialsim run my-trial.yaml --replicates 1000000 --shard 3/64",
            "trialsim run my-trial.yaml --set design.patients=400 --set truth.effects.1.hazard_ratio=0.8 --out results/n-400",
        ]),
        ("sweep",
        [
            "trialsim sweep scenarios/demo-sweep.yaml",
            "trialsim sweep my-trial.yaml --vary design.patients=250,300,350 --vary truth.effects.1.hazard_ratio=0.6:0.9:4",
            "trialsim sweep scenarios/demo-sweep.yaml --replicates 4000 --resume",
            "trialsim sweep scenarios/demo-sweep.yaml --out results/grid --shard 3/8",
        ]),
        ("size",
        [
            "trialsim size scenarios/sorafenib-tace-rfa-trial-direct.yaml --at-least power:os_test=0.8",
            "trialsim size scenarios/sorafenib-tace-rfa-trial-direct.yaml --at-least power:os_test=0.8 --between 100:300 --accuracy 0.02",
            "trialsim size my-trial.yaml --vary events --at-least power:os_test=0.75 --at-most trial_duration=90mo",
        ]),
        ("merge", ["trialsim run my-trial.yaml --shard 1/2 --out results/large && trialsim run my-trial.yaml --shard 2/2 --out results/large && trialsim merge results/large"]),
        ("cluster",
        [
            "trialsim cluster submit my-trial.yaml --shards 64 --replicates 1000000 --out results/large",
            "trialsim cluster status results/large",
        ]),
        ("submit",
        [
            "trialsim cluster submit my-trial.yaml --shards 64 --replicates 1000000 --dry-run",
            "trialsim cluster submit my-trial.yaml --shards 64 --replicates 1000000 --with-null --cpus 4 --time 02:00:00 --memory 4G --partition long --sbatch account=trials",
            "trialsim cluster submit my-trial.yaml --shards 32 --sweep --vary design.patients=250,300,350 --out results/sizes",
        ]),
        ("status", ["trialsim cluster status results/large"]),
        ("check", ["trialsim check my-trial.yaml", "trialsim check scenarios/sorafenib-tace-rfa-trial-mediated.yaml --targets"]),
        ("explain", ["trialsim explain my-trial.yaml", "trialsim explain my-trial.yaml > resolved.yaml"]),
        ("replay",
        [
            "trialsim replay scenarios/three-arm-tace.yaml --replicate 4711 --patient 57",
            "trialsim replay scenarios/three-arm-tace.yaml --replicate 4711 --patient 57 --arm tace_rfa",
            "trialsim replay scenarios/demo-rfa-delay.yaml --replicate 1 --patient 1 --set design.treatments.rfa.first.within=6w",
            "trialsim replay scenarios/demo-sorafenib-pauses.yaml --replicate 1 --patient 1..12 --chart courses.html",
        ]),
        ("chart",
        [
            "trialsim chart scenarios/three-arm-tace.yaml --format svg,png --out figures",
            "trialsim chart results/three-arm-tace --list",
            "trialsim chart results/three-arm-tace --format png --scale 4 --out figures",
            "trialsim chart results/three-arm-tace --chart power --format svg,json --out figures",
        ]),
        ("compare",
        [
            "trialsim run my-trial.yaml --set design.patients=400 --out results/n-400 && trialsim compare results/my-trial results/n-400",
            "trialsim compare results/sites results/fewer-sites --out results/what-sites-do",
        ]),
        ("export",
        [
            "trialsim export scenarios/three-arm-tace.yaml --replicate 4711 --adam out/",
            "trialsim analyze out/adtte.csv --adam OS --where TRT01P=tace,tace_rfa",
        ]),
        ("analyze",
        [
            "trialsim analyze lung.csv --time time --event status --arm sex --at 180,365 --time-unit days",
            "trialsim analyze trial.csv --time os --event died --arm arm --control placebo --strata region,stage --covariates age,ecog --out results/os",
            "trialsim analyze mgus2.csv --time time --event event --event-of-interest 1 --arm group",
            "trialsim analyze response.csv --response best_response --response-level CR,PR --arm arm --strata stage",
            "trialsim analyze marker.csv --value marker --visit month --patient patient --arm arm --baseline baseline",
        ]),
        ("formula",
        [
            "trialsim formula events --hazard-ratio 0.7 --power 0.9",
            "trialsim formula bounds --fractions 0.5,0.75,1 --spending obrien-fleming",
        ]),
        ("events",
        [
            "trialsim formula events --hazard-ratio 0.7 --power 0.9 --ratio 2",
            "trialsim formula events --hazard-ratio 0.7 --events 300",
        ]),
        ("survival-size",
        [
            "trialsim formula survival-size --control-median 8mo --hazard-ratio 0.7 --accrual 12mo --follow-up 16mo --loss 0.001/mo",
            "trialsim formula survival-size --control-median 12mo --hazard-ratios 1@0mo,0.6@4mo --accrual 18mo --follow-up 18mo --patients 360",
            "trialsim formula survival-size --control-median 60mo --hazard-ratio 0.74 --accrual-rates 6/mo@0mo,42/mo@6mo --patients 1200 --events 231,350 --at 36mo",
        ]),
        ("one-arm-survival", ["trialsim formula one-arm-survival --hazard-ratio 0.6 --power 0.8"]),
        ("margin", ["trialsim formula margin --historical-hazard-ratio 0.6 --retained 0.5"]),
        ("assurance", ["trialsim formula assurance --hazard-ratio 0.7 --sd 0.2 --events 300"]),
        ("proportions",
        [
            "trialsim formula proportions --control 0.2 --experimental 0.4 --power 0.8 --patients 82",
            "trialsim formula proportions --control 0.2 --experimental 0.5 --power 0.8 --exact",
            "trialsim formula proportions --control 0.8 --experimental 0.8 --null-difference -0.1",
        ]),
        ("one-proportion", ["trialsim formula one-proportion --null 0.2 --alternative 0.4", "trialsim formula one-proportion --null 0.25 --alternative 0.42 --patients 55"]),
        ("simon",
        [
            "trialsim formula simon --null 0.1 --alternative 0.3 --power 0.9",
            "trialsim formula simon --null 0.1 --design 1/10,5/29 --responses 6",
        ]),
        ("means", ["trialsim formula means --difference 0.5 --sd 1 --power 0.8"]),
        ("counts", ["trialsim formula counts --control 0.4 --experimental 0.28 --dispersion 0.5 --power 0.8"]),
        ("bounds",
        [
            "trialsim formula bounds --looks 3 --spending hsd:-4 --beta-spending hsd:-2",
            "trialsim formula bounds --fractions 0.66,1 --power 0.8 --hazard-ratio 0.74",
            "trialsim formula bounds --looks 3 --shape pocock --two-sided",
            "trialsim formula bounds --looks 3 --futility z:0,none --binding",
            "trialsim formula bounds --looks 3 --hazard-ratio 0.7 --futility hazard-ratio:1,0.9 --observed-events 101,240",
        ]),
        ("conditional-power", ["trialsim formula conditional-power --look 1 --z 1.2 --looks 2 --hazard-ratio 0.7 --events 300"]),
        ("inference", ["trialsim formula inference --look 2 --z 2.6 --fractions 0.4,0.7,1 --hazard-ratio 0.7"]),
        ("redesign", ["trialsim formula redesign --look 1 --z 0.91 --looks 3 --new-fractions 0.5,1 --new-spending pocock --effect-share 0.67"]),
        ("combine", ["trialsim formula combine --p 0.04,0.03 --information 200,150"]),
        ("dunnett", ["trialsim formula dunnett --arms 3", "trialsim formula dunnett --sizes 120,80,60 --z 2.4,1.9"]),
        ("adjust",
        [
            "trialsim formula adjust --p os=0.012,pfs=0.004,orr=0.03",
            "trialsim formula adjust --p os=0.012,pfs=0.004 --method graph --weights 0.8,0.2 --transitions 0,1/1,0",
        ]),
        ("fit",
        [
            "trialsim fit trial.csv --time os_months --event died --arm arm",
            "trialsim fit --points curve.csv --at-risk at-risk.csv --events 78",
            "trialsim fit --quantile 0.5@16mo --quantile 0.25@30mo --family weibull",
            "trialsim fit --median 16mo --survival 0.4@24mo",
            "trialsim fit --medians 20mo,16mo --chi-square 4.863 --sizes 53,54 --follow-up 24mo",
        ]),
        ("validate",
        [
            "trialsim validate",
            "trialsim validate --list",
            "trialsim validate --only V1,V13 --out validation/after-the-update",
            "trialsim validate --write-cases our-cases && trialsim validate --cases our-cases",
        ]),
        ("init", ["trialsim init", "trialsim init my-trial.yaml"]),
        ("schema", ["trialsim schema > trialsim-1.schema.json"]),
        ("licences", ["trialsim licences"]),
    ];

    /// <summary>Makes <c>--help</c> print the examples of the command it is asked about.</summary>
    /// <param name="root">The whole command line.</param>
    /// <param name="width">Columns that the text may take.</param>
    public static void AddToHelp(RootCommand root, int width)
    {
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples(new HelpAction { MaxWidth = Math.Max(width, NarrowestHelp) });
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            int exitCode = help.Invoke(parseResult);
            Command command = parseResult.CommandResult.Command;
            string name = command is RootCommand ? "trialsim" : command.Name;
            TextWriter output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (string line in All.Single(entry => entry.Command == name).Lines)
            {
                output.WriteLine($"  {line}");
            }

            return exitCode;
        }
    }
}
