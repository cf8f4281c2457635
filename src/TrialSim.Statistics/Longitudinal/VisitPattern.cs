namespace TrialSim.Statistics.Longitudinal;

/// <summary>
/// Patients who were seen at the same visits, summed up: sums of products of design and response between each pair of visits. The
/// likelihood needs nothing else, so that its cost does not grow with the patients.
/// </summary>
internal sealed class VisitPattern
{
    internal const int MaxVisits = 30;

    private VisitPattern(int[] visits, int patients, double[] products)
    {
        Visits = visits;
        Patients = patients;
        Products = products;
    }

    /// <summary>Visits that the patients have, ascending.</summary>
    internal int[] Visits { get; }

    internal int Patients { get; }

    /// <summary>For each pair of visits (r, s) a square block: the sum over patients of zᵣ·zₛᵀ, z being a row of the design with its response last.</summary>
    internal double[] Products { get; }

    internal static VisitPattern[] Of(
        ReadOnlySpan<double> design, int columns, ReadOnlySpan<double> response, ReadOnlySpan<int> patient, ReadOnlySpan<int> visit, int visits)
    {
        Dictionary<int, int[]> rowsOf = [];
        for (int i = 0; i < response.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(visit[i], nameof(visit));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(visit[i], visits, nameof(visit));
            if (!rowsOf.TryGetValue(patient[i], out int[]? rows))
            {
                rows = new int[visits];
                Array.Fill(rows, -1);
                rowsOf.Add(patient[i], rows);
            }

            if (rows[visit[i]] >= 0)
            {
                throw new ArgumentException($"Patient {patient[i]} has visit {visit[i]} twice. Give one row for a patient's visit.", nameof(visit));
            }

            rows[visit[i]] = i;
        }

        int width = columns + 1;
        SortedDictionary<int, List<int[]>> patientsOf = [];
        foreach (int[] rows in rowsOf.Values)
        {
            int key = 0;
            for (int v = 0; v < visits; v++)
            {
                key |= rows[v] >= 0 ? 1 << v : 0;
            }

            if (!patientsOf.TryGetValue(key, out List<int[]>? patients))
            {
                patientsOf.Add(key, patients = []);
            }

            patients.Add(rows);
        }

        List<VisitPattern> patterns = [];
        double[] left = new double[width];
        double[] right = new double[width];
        foreach (List<int[]> patients in patientsOf.Values)
        {
            int[] seen = [.. Enumerable.Range(0, visits).Where(v => patients[0][v] >= 0)];
            double[] products = new double[seen.Length * seen.Length * width * width];
            foreach (int[] rows in patients)
            {
                for (int r = 0; r < seen.Length; r++)
                {
                    Read(design, columns, response, rows[seen[r]], left);
                    for (int s = 0; s < seen.Length; s++)
                    {
                        Read(design, columns, response, rows[seen[s]], right);
                        int block = ((r * seen.Length) + s) * width * width;
                        for (int a = 0; a < width; a++)
                        {
                            for (int b = 0; b < width; b++)
                            {
                                products[block + (a * width) + b] += left[a] * right[b];
                            }
                        }
                    }
                }
            }

            patterns.Add(new VisitPattern(seen, patients.Count, products));
        }

        return [.. patterns];
    }

    /// <summary>Adds Σ zᵣᵀ·Mᵣₛ·zₛ over patients and pairs of visits.</summary>
    internal void AddWeighted(double[] matrix, double[] into)
    {
        for (int pair = 0; pair < matrix.Length; pair++)
        {
            SquareMatrix.AddTo(into, Products.AsSpan(pair * into.Length, into.Length), matrix[pair]);
        }
    }

    private static void Read(ReadOnlySpan<double> design, int columns, ReadOnlySpan<double> response, int row, double[] into)
    {
        design.Slice(row * columns, columns).CopyTo(into);
        into[columns] = response[row];
    }
}
