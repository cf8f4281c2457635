using System.Text.Json.Nodes;
using TrialSim.Results.Outlines;
using static TrialSim.Charts.Specs.Field;

namespace TrialSim.Charts.Specs;

/// <summary>The design of a trial: above, what is done to a patient of each arm and when; below, when the trial is looked at. Drawn from the scenario alone.</summary>
internal static class DesignChart
{
    private const double Margin = 0.015;
    private const double DaysPerWeek = 7;

    /// <summary>The chart; none without an outline.</summary>
    public static IEnumerable<Chart> AllOf(TrialOutline outline, ArmPalette palette) => outline.Arms.Count == 0 ? [] : [Of(outline, palette)];

    private static Chart Of(TrialOutline outline, ArmPalette palette)
    {
        const string title = "The design";
        string patients = $"{Figures.Count(outline.Patients)} patients, {outline.Allocation}";
        string description = "Above: what the protocol does to a patient of each arm, if everything before takes place on the day aimed at and nothing happens that changes it. Diamond: a session on the day aimed at; tick: a visit; "
            + "thin line: the days allowed; thick line: days on which a drug is taken. Below: accrual at the planned rate, and each look at the time that a design formula foretells.";
        JsonObject spec = SpecTheme.Head(title, patients, description);
        spec["spacing"] = 24;
        spec["vconcat"] = new JsonArray(Schedule(outline, palette), Calendar(outline));
        return new Chart("design", title, description, spec, TableOf(outline)) { Part = ReportPart.DataGeneration };
    }

    private static JsonObject Schedule(TrialOutline outline, ArmPalette palette)
    {
        DesignRows rows = new();
        foreach (OutlineArm arm in outline.Arms)
        {
            string role = arm.IsControl && outline.Arms.Count > 1 && arm.Name != "control" ? " (control)" : "";
            rows.Heading($"{arm.Name}{role}", $"{(outline.Arms.Count > 1 ? "about " : "")}{Figures.Number(arm.Patients, 0)} patients", palette.ColourOf(arm.Name));
            foreach (OutlineActivity activity in outline.Activities.Where(one => one.Arms.Contains(arm.Name)))
            {
                rows.Row(activity.Name, activity.Timing, outline.Spells.Where(spell => spell.Arm == arm.Name && spell.Activity == activity.Name && spell.Kind == activity.Kind).Select(spell => new JsonObject
                {
                    ["what"] = $"{spell.Activity} {spell.Number}",
                    ["arm"] = arm.Name,
                    ["kind"] = spell.Kind.ToString().ToLowerInvariant(),
                    ["colour"] = palette.ColourOf(arm.Name),
                    ["from"] = spell.FromDay / DaysPerWeek,
                    ["aimed"] = spell.AimedDay / DaysPerWeek,
                    ["to"] = Math.Min(spell.ToDay, outline.HorizonDays) / DaysPerWeek,
                    ["from_day"] = spell.FromDay,
                    ["aimed_day"] = spell.AimedDay,
                    ["to_day"] = spell.ToDay,
                }));
            }
        }

        JsonArray marks = new(
            Span("datum.kind === 'drug'", 9, 0.55),
            Span("datum.kind !== 'drug'", 2, 0.8),
            Mark("datum.kind === 'procedure'", new JsonObject { ["type"] = "point", ["shape"] = "diamond", ["filled"] = true, ["size"] = 110, ["opacity"] = 1 }),
            Mark("datum.kind === 'visit'", new JsonObject { ["type"] = "tick", ["orient"] = "vertical", ["size"] = 15, ["thickness"] = 3, ["opacity"] = 1 }));
        return Plot(rows, marks, "Weeks since randomisation", outline.HorizonDays / DaysPerWeek);
    }

    private static JsonObject Calendar(TrialOutline outline)
    {
        DesignRows rows = new();
        double end = outline.Looks.Select(look => look.Months ?? 0).Append(outline.AccrualMonths ?? 0).Append(1).Max();
        rows.Row(
            "accrual",
            [outline.AccrualMonths is double months ? $"{Figures.Count(outline.Patients)} patients in {Figures.Number(months, 1)} months at the planned rate" : "the planned rates alone do not tell how long it lasts"],
            outline.AccrualMonths is double lasts ? [new JsonObject { ["what"] = "accrual", ["kind"] = "accrual", ["colour"] = ArmPalette.Neutral, ["from"] = 0, ["aimed"] = 0, ["to"] = lasts }] : []);
        foreach (OutlineLook look in outline.Looks)
        {
            rows.Row(
                $"look {look.Name}",
                [look.When, .. look.Months is null ? ["no formula foretells when that is"] : Array.Empty<string>()],
                look.Months is double at ? [new JsonObject { ["what"] = $"look {look.Name}", ["kind"] = "look", ["colour"] = SpecTheme.Text, ["from"] = 0, ["aimed"] = at, ["to"] = at }] : []);
        }

        JsonArray marks = new(
            Span("datum.kind === 'accrual'", 9, 0.55),
            Mark("datum.kind === 'look'", new JsonObject { ["type"] = "point", ["shape"] = "triangle-down", ["filled"] = true, ["size"] = 130, ["opacity"] = 1 }));
        return Plot(rows, marks, "Months since the trial opened", end);
    }

    private static JsonObject Plot(DesignRows rows, JsonArray marks, string axis, double end)
    {
        JsonArray layers = [Names(), Details()];
        foreach (JsonNode mark in rows.Spells.Count > 0 ? marks.OfType<JsonNode>() : [])
        {
            JsonObject layer = mark.DeepClone().AsObject();
            layer["encoding"]!["x"]!["scale"] = new JsonObject { ["domain"] = Numbers(0, end * (1 + Margin)), ["nice"] = false };
            layer["encoding"]!["x"]!["axis"] = new JsonObject { ["title"] = axis, ["grid"] = true, ["tickMinStep"] = 1 };
            layers.Add(layer);
        }

        foreach (JsonNode? layer in layers)
        {
            layer!["data"] = new JsonObject { ["values"] = ((string?)layer["mark"]!["type"] == "text" ? rows.Texts : rows.Spells).DeepClone() };
            layer["encoding"]!["y"] = new JsonObject
            {
                ["field"] = "y",
                ["type"] = "quantitative",
                ["scale"] = new JsonObject { ["domain"] = Numbers(0, rows.Height), ["reverse"] = true, ["nice"] = false },
                ["axis"] = null,
            };
        }

        return new JsonObject { ["width"] = SpecTheme.Width, ["height"] = rows.Height, ["layer"] = layers };
    }

    private static JsonObject Names() => Text("datum.weight === 600", 600, new JsonObject
    {
        ["color"] = new JsonObject { ["field"] = "colour", ["type"] = "nominal", ["scale"] = null },
        ["size"] = new JsonObject { ["field"] = "size", ["type"] = "quantitative", ["scale"] = null },
    });

    private static JsonObject Details() => Text("datum.weight !== 600", 400, new JsonObject { ["color"] = new JsonObject { ["value"] = SpecTheme.Muted }, ["size"] = new JsonObject { ["value"] = 11.5 } });

    private static JsonObject Text(string filter, int weight, JsonObject encoding)
    {
        encoding["x"] = new JsonObject { ["value"] = 2 };
        encoding["text"] = Nominal("text");
        return new JsonObject
        {
            ["transform"] = new JsonArray(new JsonObject { ["filter"] = filter }),
            ["mark"] = new JsonObject { ["type"] = "text", ["align"] = "left", ["baseline"] = "middle", ["fontWeight"] = weight, ["limit"] = new JsonObject { ["expr"] = "width" } },
            ["encoding"] = encoding,
        };
    }

    private static JsonObject Span(string filter, int width, double opacity) => Mark(filter, new JsonObject { ["type"] = "rule", ["strokeWidth"] = width, ["opacity"] = opacity }, "from", "to");

    private static JsonObject Mark(string filter, JsonObject mark, string from = "aimed", string to = "")
    {
        JsonObject encoding = new()
        {
            ["x"] = Quantity(from),
            ["color"] = new JsonObject { ["field"] = "colour", ["type"] = "nominal", ["scale"] = null },
            ["tooltip"] = filter.Contains("look", StringComparison.Ordinal) || filter.Contains("accrual", StringComparison.Ordinal)
                ? new JsonArray(Tip("what", "What"), Tip("to", "Months since the trial opened", ".1f"))
                : new JsonArray(Tip("what", "What"), Tip("arm", "Arm"), Tip("aimed_day", "Day aimed at", ".4~g"), Tip("from_day", "From day", ".4~g"), Tip("to_day", "To day", ".4~g")),
        };
        if (to.Length > 0)
        {
            encoding["x2"] = new JsonObject { ["field"] = to };
        }

        return new JsonObject { ["transform"] = new JsonArray(new JsonObject { ["filter"] = filter }), ["mark"] = mark, ["encoding"] = encoding };
    }

    private static ChartTable TableOf(TrialOutline outline) => new(
        ["Part of the design", "Arms", "What and when"],
        [
            .. outline.Arms.Select(arm => (IReadOnlyList<string>)[arm.Name, arm.Name, $"{(arm.IsControl ? "control" : "experimental")}, about {Figures.Number(arm.Patients, 0)} of {Figures.Count(outline.Patients)} patients, {outline.Allocation}"]),
            .. outline.Activities.Select(activity => (IReadOnlyList<string>)[activity.Name, string.Join(", ", activity.Arms), string.Join("; ", activity.Timing)]),
            .. outline.Looks.Select(look => (IReadOnlyList<string>)
            [
                $"look {look.Name}", "all", look.When + (look.Months is double months ? $"; {Figures.Number(months, 1)} months after the trial opened by a design formula" : "") + (look.Analyses.Count > 0 ? $"; analyses {string.Join(", ", look.Analyses)}" : ""),
            ]),
        ]);
}
