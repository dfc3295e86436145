#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeded synthetic multimodal freight timetable.

usage: gen_timetable.py OUTDIR --conns 1000000 --days 4 --stops 4000 --seed 7 [--gtfs]

Network: `cities` clusters (70% "domestic" box 95-123E/20-45N, 30% world), Zipf sizes,
4 terminal kinds (depot, rail yard, airport, port).  Layers: truck line-haul, rail, air, sea/barge.
Service pattern is one day, repeated every day (days * 86400 s horizon).

Binary outputs (all little endian, 8-byte header = magic u32 0x54465246 'FRFT', count u32):
  stops.bin   : per stop   f32 lon, f32 lat, i32 kind(0 depot,1 rail,2 air,3 port), i32 minTransferSec
  foot.bin    : per edge   i32 from, i32 to, i32 seconds      (symmetric, transitively closed in a city)
  conns.bin   : per conn   i32 depStop, i32 arrStop, i32 depSec, i32 arrSec, i32 trip (sorted by dep, arr) - ALL days
  trips.bin   : per trip   i32 mode(0 truck,1 rail,2 air,3 sea), i32 routeId, i32 distKmTotal, i32 reserved
  stopev.bin  : per event  i32 trip, i32 seq, i32 stop, i32 arrSec, i32 depSec       - ALL days
  queries.bin : per query  i32 source, i32 target, i32 depSec (uniform over day 0)   (1000)
"""
import argparse, os, struct, numpy as np
ap=argparse.ArgumentParser()
ap.add_argument('out'); ap.add_argument('--conns',type=int,default=1_000_000)
ap.add_argument('--days',type=int,default=4); ap.add_argument('--stops',type=int,default=4000)
ap.add_argument('--seed',type=int,default=7); ap.add_argument('--gtfs',action='store_true')
a=ap.parse_args()
r=np.random.default_rng(a.seed); os.makedirs(a.out,exist_ok=True)
NC=max(50,a.stops//8)
dom=r.random(NC)<0.7
clon=np.where(dom,r.uniform(98,122,NC),r.uniform(-120,140,NC)); clat=np.where(dom,r.uniform(21,44,NC),r.uniform(-35,58,NC))
w=1.0/np.arange(1,NC+1)**0.75; r.shuffle(w); w/=w.sum()
city=np.concatenate([np.arange(NC),r.choice(NC,a.stops-NC,p=w)])            # every city has >=1
S=a.stops
lon=clon[city]+r.normal(0,0.18,S); lat=clat[city]+r.normal(0,0.15,S)
kind=r.choice(4,S,p=[.62,.18,.12,.08]); kind[:NC]=0                          # first of each city is a depot
for c in np.argsort(-w)[:max(30,NC//5)]:                                     # big cities have all kinds
    m=np.where(city==c)[0]
    for k in range(min(4,len(m))): kind[m[k]]=k
mtt=np.array([900,3600,5400,10800])[kind]                                    # handling seconds
def km(i,j):
    p=np.pi/180; x=(lon[j]-lon[i])*np.cos((lat[i]+lat[j])*p/2); y=lat[j]-lat[i]
    return 111.2*np.sqrt(x*x+y*y)
# footpaths (drayage): all pairs inside a city, 35 km/h + 20 min
F=[]
order=np.argsort(city,kind='stable'); start=np.searchsorted(city[order],np.arange(NC+1))
for c in range(NC):
    m=order[start[c]:start[c+1]]
    if len(m)<2: continue
    i=np.repeat(m,len(m)); j=np.tile(m,len(m)); k=i!=j; i,j=i[k],j[k]
    F.append(np.stack([i,j,(km(i,j)*1.25/35*3600+1200).astype(np.int64)],1))
F=np.concatenate(F).astype('<i4')
# routes
mode_kind=[0,1,2,3]; speed=[68,75,720,26]; dwell=[1500,2700,5400,14400]; dmax=[900,2600,9000,9000]
share=[.74,.14,.10,.02]; nst=[(2,9),(4,16),(2,4),(2,7)]; perday=[(4,40),(2,10),(1,8),(1,2)]
byk=[np.where(kind==k)[0] for k in range(4)]
wk=[w[city[b]]/w[city[b]].sum() for b in byk]
ev_stop=[];ev_arr=[];ev_dep=[];ev_trip=[];ev_seq=[];trip_mode=[];trip_route=[];trip_km=[]
T=0;R=0;tot=0
target=[int(a.conns*s) for s in share]
for m in range(4):
    got=0; cand=byk[m]; pw=wk[m]
    while got<target[m]:
        n=int(r.integers(*nst[m])); s=int(r.choice(cand,p=pw)); path=[s]
        for _ in range(n-1):
            pool=r.choice(cand,24,p=pw); d=km(path[-1],pool)
            ok=(d>20)&(d<dmax[m])
            for p_ in path: ok&=pool!=p_
            if not ok.any(): break
            pool=pool[ok]; d=d[ok]
            if m<2 and len(path)>1:   # keep heading
                h=(lon[pool]-lon[path[0]])**2+(lat[pool]-lat[path[0]])**2; path.append(int(pool[np.argmax(h-0.6*(d/111)**2)])) if False else path.append(int(pool[np.argmin(d-0.5*111*np.sqrt(h))]))
            else: path.append(int(pool[np.argmin(d*r.uniform(.5,1.5,len(d)))]))
        if len(path)<2: continue
        leg=km(np.array(path[:-1]),np.array(path[1:]))*(1.3 if m<2 else 1.05)
        ride=(leg/speed[m]*3600*r.uniform(.9,1.2)+(2400 if m==2 else 600)).astype(int)
        k=int(r.integers(*perday[m]))
        if m==3 and r.random()<.5: k=1
        deps=np.sort((r.normal(20 if m==0 else 12,5.5,k)%24*3600).astype(int)) if m<3 else r.integers(0,86400,k)
        for dep in deps:
            t=int(dep)//60*60
            for q,st in enumerate(path):
                arr=t
                if q<len(path)-1: dp=arr+(dwell[m] if q else 0); nx=dp+int(ride[q])//60*60+60
                else: dp=arr
                ev_stop.append(st);ev_arr.append(arr);ev_dep.append(dp);ev_trip.append(T);ev_seq.append(q); t=nx if q<len(path)-1 else t
            trip_mode.append(m);trip_route.append(R);trip_km.append(int(leg.sum())); T+=1; got+=len(path)-1
        R+=1
    tot+=got
ev=np.stack([ev_trip,ev_seq,ev_stop,ev_arr,ev_dep],1).astype('<i4')
D=a.days; base=np.stack([trip_mode,trip_route,trip_km,np.zeros(T,int)],1).astype('<i4')
nxt=np.where(ev[1:,0]==ev[:-1,0])[0]
c0=np.stack([ev[nxt,2],ev[nxt+1,2],ev[nxt,4],ev[nxt+1,3],ev[nxt,0]],1)
C=np.concatenate([c0+np.array([0,0,86400*d,86400*d,T*d]) for d in range(D)]).astype('<i4')
C=C[np.lexsort((C[:,3],C[:,2]))]
E=np.concatenate([ev+np.array([T*d,0,0,86400*d,86400*d]) for d in range(D)]).astype('<i4')
TR=np.concatenate([base]*D).astype('<i4')
def wr(n,arr):
    with open(os.path.join(a.out,n),'wb') as f: f.write(struct.pack('<II',0x54465246,len(arr))); f.write(np.ascontiguousarray(arr).tobytes())
st=np.zeros(S,dtype=[('lon','<f4'),('lat','<f4'),('k','<i4'),('m','<i4')]); st['lon']=lon;st['lat']=lat;st['k']=kind;st['m']=mtt
wr('stops.bin',st); wr('foot.bin',F); wr('conns.bin',C); wr('trips.bin',TR); wr('stopev.bin',E)
qs=np.stack([r.integers(0,S,1000),r.integers(0,S,1000),r.integers(0,86400,1000)],1).astype('<i4'); wr('queries.bin',qs)
print(f'stops={S} cities={NC} foot={len(F)} routes={R} trips/day={T} conns/day={tot} days={D} conns={len(C)} events={len(E)} by-mode conns/day={[int((base[c0[:,4],0]==m).sum()) for m in range(4)]}')
if a.gtfs:
    g=os.path.join(a.out,'gtfs'); os.makedirs(g,exist_ok=True)
    hm=lambda s:f'{s//3600:02d}:{s%3600//60:02d}:{s%60:02d}'
    open(g+'/agency.txt','w').write('agency_id,agency_name,agency_timezone,agency_url\n1,Synth,Asia/Shanghai,http://localhost\n')
    open(g+'/calendar.txt','w').write('service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\nD,1,1,1,1,1,1,1,20260101,20261231\n')
    open(g+'/stops.txt','w').write('stop_id,stop_name,stop_lat,stop_lon\n'+''.join(f's{i},T{i},{lat[i]:.5f},{lon[i]:.5f}\n' for i in range(S)))
    rt=[3,2,1100,4]; seen=set(); 
    with open(g+'/routes.txt','w') as f:
        f.write('route_id,agency_id,route_short_name,route_long_name,route_type\n')
        for t in range(T):
            if trip_route[t] not in seen: seen.add(trip_route[t]); f.write(f'r{trip_route[t]},1,r{trip_route[t]},,{rt[trip_mode[t]]}\n')
    open(g+'/trips.txt','w').write('route_id,service_id,trip_id\n'+''.join(f'r{trip_route[t]},D,t{t}\n' for t in range(T)))
    with open(g+'/stop_times.txt','w') as f:
        f.write('trip_id,arrival_time,departure_time,stop_id,stop_sequence\n')
        for t,q,s,ar,dp in ev.tolist(): f.write(f't{t},{hm(ar)},{hm(dp)},s{s},{q}\n')
    with open(g+'/transfers.txt','w') as f:
        f.write('from_stop_id,to_stop_id,transfer_type,min_transfer_time\n')
        for i in range(S): f.write(f's{i},s{i},2,{mtt[i]}\n')
        for i,j,t in F.tolist(): f.write(f's{i},s{j},2,{t}\n')
