using System.Text.Json.Nodes;
using TrialSim.Model.Time;

namespace TrialSim.Charts.Swimmers;

/// <summary>Collects the parts of a swimmer picture: rows and categories are made where they are first needed, days become months.</summary>
public sealed class SwimmerCanvas
{
    private const double Margin = 0.2;

    private readonly List<string> _rows = [];
    private readonly List<SwimmerCategory> _categories = [];
    private readonly List<SwimmerBar> _bars = [];
    private readonly List<SwimmerBar> _thinBars = [];
    private readonly List<SwimmerMark> _marks = [];

    /// <summary>A new row below those there are.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its number, from 0.</returns>
    public int AddRow(string name)
    {
        _rows.Add(name);
        return _rows.Count - 1;
    }

    /// <summary>A bar as high as its row; nothing where it lasts no time.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="fromDays">Days since randomisation.</param>
    /// <param name="toDays">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="text">Written into it where it fits; may be empty.</param>
    /// <param name="tip">What it is, in words.</param>
    public void AddBar(int row, double fromDays, double toDays, SwimmerCategory category, string text, string tip) =>
        AddBar(row, fromDays, toDays, category, text, tip, []);

    /// <summary>The same of a row of a result file.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="fromDays">Days since randomisation.</param>
    /// <param name="toDays">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="text">Written into it where it fits; may be empty.</param>
    /// <param name="tip">What it is, in words.</param>
    /// <param name="fields">The file's columns, which stand in the picture's data.</param>
    public void AddBar(int row, double fromDays, double toDays, SwimmerCategory category, string text, string tip, JsonObject fields) =>
        AddTo(_bars, row, fromDays, toDays, category, text, tip, fields);

    /// <summary>A bar within another; nothing where it lasts no time.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="fromDays">Days since randomisation.</param>
    /// <param name="toDays">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="tip">What it is, in words.</param>
    public void AddThinBar(int row, double fromDays, double toDays, SwimmerCategory category, string tip) =>
        AddThinBar(row, fromDays, toDays, category, tip, []);

    /// <summary>The same of a row of a result file.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="fromDays">Days since randomisation.</param>
    /// <param name="toDays">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="tip">What it is, in words.</param>
    /// <param name="fields">The file's columns, which stand in the picture's data.</param>
    public void AddThinBar(int row, double fromDays, double toDays, SwimmerCategory category, string tip, JsonObject fields) =>
        AddTo(_thinBars, row, fromDays, toDays, category, "", tip, fields);

    /// <summary>A symbol.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="day">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="text">Written beside it; may be empty.</param>
    /// <param name="tip">What it is, in words.</param>
    public void AddMark(int row, double day, SwimmerCategory category, string text, string tip) => AddMark(row, day, category, text, tip, []);

    /// <summary>The same of a row of a result file.</summary>
    /// <param name="row">Number of the row.</param>
    /// <param name="day">Days since randomisation.</param>
    /// <param name="category">How it looks.</param>
    /// <param name="text">Written beside it; may be empty.</param>
    /// <param name="tip">What it is, in words.</param>
    /// <param name="fields">The file's columns, which stand in the picture's data.</param>
    public void AddMark(int row, double day, SwimmerCategory category, string text, string tip, JsonObject fields)
    {
        _marks.Add(new SwimmerMark(row, day / DaysPer.Month, category.Name, text, tip) { Fields = fields });
        Register(category);
    }

    /// <summary>The picture.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="subtitle">Its subtitle.</param>
    /// <param name="lines">Days of all rows, with their names.</param>
    public SwimmerPicture Finish(string title, string subtitle, IEnumerable<(double Day, string Name)> lines)
    {
        double last = _bars.Concat(_thinBars).Select(bar => bar.To).Concat(_marks.Select(mark => mark.At)).DefaultIfEmpty(1.0).Max();

        // A look long after the end of a course would press it into a corner.
        SwimmerLine[] shown = [.. lines.Select(line => new SwimmerLine(line.Day / DaysPer.Month, line.Name)).Where(line => line.At >= 0 && line.At <= last + (Margin * last))];
        last = shown.Select(line => line.At).Append(last).Max();
        return new SwimmerPicture(title, subtitle, _rows, _categories, _bars, _thinBars, _marks, shown, 1.03 * last);
    }

    private void AddTo(List<SwimmerBar> bars, int row, double fromDays, double toDays, SwimmerCategory category, string text, string tip, JsonObject fields)
    {
        if (toDays > fromDays)
        {
            bars.Add(new SwimmerBar(row, fromDays / DaysPer.Month, toDays / DaysPer.Month, category.Name, text, tip) { Fields = fields });
            Register(category);
        }
    }

    private void Register(SwimmerCategory category)
    {
        if (!_categories.Exists(known => known.Name == category.Name))
        {
            _categories.Add(category);
        }
    }
}
